package io.github.dagsterfleet.source.git;

import io.github.dagsterfleet.source.git.TreeObjects.Kind;
import io.github.dagsterfleet.source.git.TreeObjects.TreeEntry;
import java.io.IOException;
import java.util.HashMap;
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
    private final Predicate<String> wanted;
    private final String file;
    /** What was answered of each name: one commit after the other has nearly the same. */
    private final Map<String, Boolean> asked = new HashMap<>();

    private final Map<String, CommitId> found = new TreeMap<>();
    /** The ids of folders in which the file is not. */
    private final Set<String> without = new HashSet<>();

    /**
     * @param wanted which names to look for; asked once a name
     * @param file what a folder has to hold
     */
    FormerFolders(TreeObjects trees, Predicate<String> wanted, String file) {
        this.trees = trees;
        this.wanted = wanted;
        this.file = file;
    }

    /** Each with the first commit that had it. */
    Map<String, CommitId> found() {
        return found;
    }

    /**
     * Looks at one more commit.
     *
     * @param folder the id of the tree that the folders are in
     */
    void look(CommitId commit, String folder) throws IOException {
        for (Map.Entry<String, TreeEntry> one :
                trees.some(folder, this::isWanted).entrySet()) {
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

    private boolean isWanted(String name) {
        return !found.containsKey(name) && asked.computeIfAbsent(name, wanted::test);
    }
}
