package io.github.dagsterfleet.source.git;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.source.TextDecoder;
import io.github.dagsterfleet.source.git.TreeObjects.Kind;
import io.github.dagsterfleet.source.git.TreeObjects.TreeEntry;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of one commit, below the folder that a workspace has in it. A link is followed as far as it stays there. */
public final class GitTree implements SourceSet {
    /** More links one behind the other are a circle. */
    private static final int MOST_LINKS = 8;

    private final TreeObjects objects;
    private final CommitId commit;
    private final String root;

    /** @param root the id of the tree that is the workspace */
    GitTree(TreeObjects objects, CommitId commit, String root) {
        this.objects = objects;
        this.commit = commit;
        this.root = root;
    }

    /** The commit that the files are of. */
    public CommitId commit() {
        return commit;
    }

    /**
     * These names with what git knows each by, links followed: equal for two commits when no file of them differs. What is
     * in a folder is in it too, but not what is behind the links there. Empty where git cannot read a folder on the way.
     */
    public Optional<String> ids(Collection<SourcePath> paths) {
        StringBuilder ids = new StringBuilder();
        try {
            for (SourcePath path : paths) {
                ids.append(find(path, MOST_LINKS).map(TreeEntry::id).orElse("nothing"))
                        .append(' ')
                        .append(path)
                        .append('\n');
            }
        } catch (IOException toldByWhoReads) {
            return Optional.empty();
        }
        return Optional.of(ids.toString());
    }

    /**
     * The id that git has for all that lies in a folder.
     *
     * @throws IOException where git cannot read a tree on the way
     */
    Optional<String> folder(SourcePath folder) throws IOException {
        return find(folder, MOST_LINKS)
                .filter(found -> found.kind() == Kind.FOLDER)
                .map(TreeEntry::id);
    }

    @Override
    public Optional<SourceFile> read(SourcePath path, Findings findings) {
        try {
            Optional<TreeEntry> found = find(path, MOST_LINKS);
            if (found.isEmpty() || found.get().kind() != Kind.FILE) {
                tellSubmodule(path, found, findings);
                return Optional.empty();
            }
            byte[] bytes = objects.blob(found.get().id());
            if (bytes.length > TextDecoder.MOST_BYTES) {
                findings.add(TextDecoder.tooLarge(path));
                return Optional.empty();
            }
            return Optional.of(new SourceFile(path, bytes, Optional.of(commit.shown())));
        } catch (IOException broken) {
            findings.add(unreadable(path, broken));
            return Optional.empty();
        }
    }

    @Override
    public List<Entry> list(SourcePath folder, Findings findings) {
        TreeMap<SourcePath, Entry> entries = new TreeMap<>();
        try {
            for (Map.Entry<String, TreeEntry> child : children(folder, findings).entrySet()) {
                SourcePath path = folder.resolve(child.getKey());
                entries.put(path, new Entry(path, isFolder(path, child.getValue())));
            }
        } catch (IOException broken) {
            findings.add(unreadable(folder, broken));
        }
        return List.copyOf(entries.values());
    }

    private boolean isFolder(SourcePath path, TreeEntry entry) throws IOException {
        return entry.kind() == Kind.LINK
                ? find(path, MOST_LINKS)
                        .filter(led -> led.kind() == Kind.FOLDER)
                        .isPresent()
                : entry.kind() != Kind.FILE;
    }

    @Override
    public List<SourcePath> walk(SourcePath folder, Findings findings) {
        List<SourcePath> found = new ArrayList<>();
        try {
            walk(folder, found, findings);
        } catch (IOException broken) {
            findings.add(unreadable(folder, broken));
        }
        found.sort(null);
        return List.copyOf(found);
    }

    private void walk(SourcePath folder, List<SourcePath> found, Findings findings) throws IOException {
        for (Map.Entry<String, TreeEntry> child : children(folder, findings).entrySet()) {
            SourcePath path = folder.resolve(child.getKey());
            Kind kind = child.getValue().kind();
            if (kind == Kind.FOLDER || kind == Kind.SUBMODULE) {
                walk(path, found, findings);
            } else if (kind == Kind.FILE || isFile(path)) {
                found.add(path);
            }
        }
    }

    @Override
    public boolean isFile(SourcePath path) {
        try {
            return find(path, MOST_LINKS)
                    .filter(entry -> entry.kind() == Kind.FILE)
                    .isPresent();
        } catch (IOException toldByWhoReads) {
            return true;
        }
    }

    /** What a commit holds was looked at when it was made. */
    @Override
    public List<String> unnameable(SourcePath folder) {
        return List.of();
    }

    private Map<String, TreeEntry> children(SourcePath folder, Findings findings) throws IOException {
        Optional<TreeEntry> found = find(folder, MOST_LINKS);
        tellSubmodule(folder, found, findings);
        return found.isPresent() && found.get().kind() == Kind.FOLDER
                ? objects.tree(found.get().id())
                : Map.of();
    }

    /** What is there when all links are followed; empty where nothing is, or a link leads out or in a circle. */
    private Optional<TreeEntry> find(SourcePath path, int links) throws IOException {
        TreeEntry at = new TreeEntry(Kind.FOLDER, root);
        SourcePath here = SourcePath.ROOT;
        for (String name : segments(path)) {
            if (at.kind() != Kind.FOLDER) {
                return Optional.of(at).filter(entry -> entry.kind() == Kind.SUBMODULE);
            }
            TreeEntry child = objects.tree(at.id()).get(name);
            if (child != null && child.kind() == Kind.LINK) {
                Optional<SourcePath> target = links == 0 ? Optional.empty() : target(here, child);
                child = target.isPresent() ? find(target.get(), links - 1).orElse(null) : null;
            }
            if (child == null) {
                return Optional.empty();
            }
            at = child;
            here = here.resolve(name);
        }
        return Optional.of(at);
    }

    /** Where a link leads; empty for one that leads out of the workspace. */
    private Optional<SourcePath> target(SourcePath folder, TreeEntry link) throws IOException {
        List<String> at = new ArrayList<>(segments(folder));
        for (String step : new String(objects.blob(link.id()), StandardCharsets.UTF_8).split("/", -1)) {
            if (step.equals("..") && at.isEmpty()) {
                return Optional.empty();
            }
            if (step.equals("..")) {
                at.remove(at.size() - 1);
            } else if (!step.equals(".")) {
                at.add(step);
            }
        }
        String path = String.join("/", at);
        return SourcePath.isValid(path) ? Optional.of(new SourcePath(path)) : Optional.empty();
    }

    private static List<String> segments(SourcePath path) {
        return path.value().isEmpty() ? List.of() : List.of(path.value().split("/", -1));
    }

    private void tellSubmodule(SourcePath path, Optional<TreeEntry> found, Findings findings) {
        found.filter(entry -> entry.kind() == Kind.SUBMODULE)
                .ifPresent(entry -> findings.add(Finding.in(
                                FindingCode.SOURCE_UNREADABLE,
                                path,
                                "this is a submodule in " + commit.shown() + ", whose files are in another repository")
                        .help("put the files themselves into the workspace")));
    }

    private Finding unreadable(SourcePath path, IOException broken) {
        return Finding.in(
                        FindingCode.SOURCE_UNREADABLE,
                        path,
                        "git cannot read it from " + commit.shown() + ": " + broken.getMessage())
                .help("run `git fsck`, and fetch what is missing");
    }
}
