package io.github.dagsterfleet.source.git;

import io.github.dagsterfleet.source.git.TreeObjects.Kind;
import io.github.dagsterfleet.source.git.TreeObjects.TreeEntry;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds folders that were in a folder once. Only what is looked for is kept of a tree: a history has as many of them as
 * commits, each with a name for every repo.
 */
final class FormerFolders {
    private final TreeObjects trees;
    private final String folder;
    private final Predicate<String> wanted;
    private final String file;
    private final Map<String, CommitId> found = new TreeMap<>();
    /** The ids of folders in which the file is not. */
    private final Set<String> without = new HashSet<>();

    /**
     * @param folder from the root of the repository, which a workspace need not be
     * @param wanted which names to look for
     * @param file what a folder has to hold
     */
    FormerFolders(TreeObjects trees, String folder, Predicate<String> wanted, String file) {
        this.trees = trees;
        this.folder = folder;
        this.wanted = wanted;
        this.file = file;
    }

    /** Each with the first of these commits that has it. */
    Map<String, CommitId> in(Iterable<CommitId> commits) throws IOException {
        for (CommitId commit : commits) {
            look(commit);
        }
        return found;
    }

    private void look(CommitId commit) throws IOException {
        Map<String, TreeEntry> folders =
                trees.some(commit + ":" + folder, name -> !found.containsKey(name) && wanted.test(name));
        for (Map.Entry<String, TreeEntry> one : folders.entrySet()) {
            TreeEntry entry = one.getValue();
            if (entry.kind() == Kind.FOLDER && !without.contains(entry.id())) {
                if (trees.some(entry.id(), file::equals).isEmpty()) {
                    without.add(entry.id());
                } else {
                    found.put(one.getKey(), commit);
                }
            }
        }
    }
}
