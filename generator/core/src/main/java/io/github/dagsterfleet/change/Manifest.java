package io.github.dagsterfleet.change;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What we own in one {@code generated} folder: paths relative to it, each with the digest of what we wrote. After a merge
 * that nobody finished a path may have several digests: both sides' bytes are ours.
 *
 * @param tool the version that wrote it; empty after such a merge, which then vouches for nothing
 */
public record Manifest(String tool, Map<String, Set<String>> files) {
    /** The name of the file in its {@code generated} folder. */
    public static final String FILE_NAME = "manifest.json";
    /** Owns nothing. */
    public static final Manifest EMPTY = new Manifest("", Map.of());

    public Manifest {
        Map<String, Set<String>> sorted = new TreeMap<>();
        files.forEach((path, digests) -> sorted.put(path, Collections.unmodifiableSet(new TreeSet<>(digests))));
        files = Collections.unmodifiableMap(sorted);
    }

    /** The digest of a path that is ours; of both, after a merge that nobody finished, the first. */
    String digest(String path) {
        return files.getOrDefault(path, Set.of()).iterator().next();
    }

    /** Whether we wrote exactly these bytes. */
    boolean wrote(String path, String digest) {
        return files.getOrDefault(path, Set.of()).contains(digest);
    }

    /** Whether the path is ours, whatever its bytes. */
    boolean owns(String path) {
        return files.containsKey(path);
    }

    /** Whether the same tool has already verified these very bytes. */
    public boolean vouches(String path, DueFile due, String toolVersion) {
        return tool.equals(toolVersion) && wrote(path, due.digest());
    }

    /** The same, owning more: what an interrupted run may have written without having recorded it here. */
    public Manifest plus(Map<String, Set<String>> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, Set<String>> both = new TreeMap<>();
        files.forEach((path, digests) -> both.put(path, new TreeSet<>(digests)));
        more.forEach((path, digests) ->
                both.computeIfAbsent(path, key -> new TreeSet<>()).addAll(digests));
        return new Manifest(tool, both);
    }

    /** The text of the file: JSON, sorted, one line a file, so that branches merge line by line. */
    public String text() {
        StringBuilder out = new StringBuilder("{\n  \"format\": 1,\n  \"tool\": \"")
                .append(tool)
                .append("\",\n  \"files\": {");
        String separator = "\n";
        for (Map.Entry<String, Set<String>> file : files.entrySet()) {
            out.append(separator)
                    .append("    \"")
                    .append(file.getKey())
                    .append("\": \"")
                    .append(file.getValue().iterator().next())
                    .append('"');
            separator = ",\n";
        }
        return out.append(files.isEmpty() ? "}\n}\n" : "\n  }\n}\n").toString();
    }
}
