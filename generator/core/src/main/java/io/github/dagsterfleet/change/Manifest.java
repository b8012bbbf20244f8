package io.github.dagsterfleet.change;

import io.github.dagsterfleet.text.SourcePath;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What we own in one {@code generated} folder.
 *
 * @param tool the version that wrote it; empty after a merge that nobody finished, which then vouches for nothing
 * @param releases by place, an environment or {@code all}, of those that render from releases: what their files were made
 *     from, where that is known
 * @param files relative to the folder
 */
public record Manifest(String tool, SortedMap<String, MadeFrom> releases, OwnedPaths files) {
    /** The name of the file in its {@code generated} folder. */
    public static final String FILE_NAME = "manifest.json";
    /** Owns nothing. */
    public static final Manifest EMPTY = new Manifest("", new TreeMap<>(), OwnedPaths.NONE);

    public Manifest {
        releases = Collections.unmodifiableSortedMap(new TreeMap<>(releases));
    }

    /** What the files of an environment were made from; empty where nobody knows, or they were made from the tree. */
    public Optional<MadeFrom> madeFrom(String environment) {
        return Optional.ofNullable(releases.get(environment));
    }

    /**
     * The files that would not be what it records: other bytes, new ones, and those that are not due any more.
     *
     * @param folder the {@code generated} folder
     * @param due everything that is due among the files in question; more does not matter
     * @param inQuestion which files, relative to the folder, to look at
     */
    public SortedSet<SourcePath> unlike(SourcePath folder, Collection<DueFile> due, Predicate<String> inQuestion) {
        SortedSet<SourcePath> unlike = new TreeSet<>();
        for (String path : files.paths()) {
            if (inQuestion.test(path)) {
                unlike.add(folder.resolve(path));
            }
        }
        for (DueFile file : due) {
            String path = file.path().relativeTo(folder);
            if (inQuestion.test(path)) {
                if (wrote(path, file.digest())) {
                    unlike.remove(file.path());
                } else {
                    unlike.add(file.path());
                }
            }
        }
        return unlike;
    }

    /** The digest of a path that is ours; of both, after a merge that nobody finished, the first. */
    String digest(String path) {
        return files.of(path).iterator().next();
    }

    /** Whether we wrote exactly these bytes. */
    boolean wrote(String path, String digest) {
        return files.of(path).contains(digest);
    }

    /** Whether the path is ours, whatever its bytes. */
    boolean owns(String path) {
        return !files.of(path).isEmpty();
    }

    /** Whether the same tool has already verified these very bytes. */
    public boolean vouches(String path, DueFile due, String toolVersion) {
        return tool.equals(toolVersion) && wrote(path, due.digest());
    }

    /** The same, owning more: what an interrupted run may have written without having recorded it here. */
    public Manifest plus(OwnedPaths more) {
        return more.isEmpty() ? this : new Manifest(tool, releases, files.plus(more));
    }

    /** The text of the file: JSON, sorted, one line a file, so that branches merge line by line. */
    public String text() {
        StringBuilder out = new StringBuilder("{\n  \"format\": 1,\n  \"tool\": \"")
                .append(tool)
                .append("\",\n");
        if (!releases.isEmpty()) {
            releases(out);
        }
        out.append("  \"files\": {");
        String separator = "\n";
        for (String path : files.paths()) {
            out.append(separator)
                    .append("    \"")
                    .append(path)
                    .append("\": \"")
                    .append(digest(path))
                    .append('"');
            separator = ",\n";
        }
        return out.append(files.isEmpty() ? "}\n}\n" : "\n  }\n}\n").toString();
    }

    private void releases(StringBuilder out) {
        out.append("  \"releases\": {");
        String separator = "\n";
        for (Map.Entry<String, MadeFrom> one : releases.entrySet()) {
            out.append(separator)
                    .append("    \"")
                    .append(one.getKey())
                    .append("\": {\"release\": \"")
                    .append(one.getValue().release())
                    .append("\", \"tool\": \"")
                    .append(one.getValue().tool())
                    .append("\"}");
            separator = ",\n";
        }
        out.append("\n  },\n");
    }
}
