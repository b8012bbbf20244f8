package io.github.dagsterfleet.change;

/**
 * What we own in one {@code generated} folder.
 *
 * @param tool the version that wrote it; empty after a merge that nobody finished, which then vouches for nothing
 * @param files relative to the folder
 */
public record Manifest(String tool, OwnedPaths files) {
    /** The name of the file in its {@code generated} folder. */
    public static final String FILE_NAME = "manifest.json";
    /** Owns nothing. */
    public static final Manifest EMPTY = new Manifest("", OwnedPaths.NONE);

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
        return more.isEmpty() ? this : new Manifest(tool, files.plus(more));
    }

    /** The text of the file: JSON, sorted, one line a file, so that branches merge line by line. */
    public String text() {
        StringBuilder out = new StringBuilder("{\n  \"format\": 1,\n  \"tool\": \"")
                .append(tool)
                .append("\",\n  \"files\": {");
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
}
