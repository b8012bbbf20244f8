package io.github.dagsterfleet.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder moved so deep that the system finds {@link #NAME} in it, and cannot look at it: its path is too long. Missing
 * rights would not keep an administrator out, and tests are often run by one.
 */
public final class DeepFolder implements AutoCloseable {
    /** As long as a name may be. */
    public static final String NAME = "n".repeat(250);

    /** Of Linux, with the zero behind it. */
    private static final int LONGEST_PATH = 4096;

    /** For what a test does in ordinary folders. */
    private static final int ROOM = 150;

    private final Path from;
    private final Path to;

    private DeepFolder(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /** @param folder in a folder of its own; comes back when this is closed */
    public static DeepFolder of(Path folder) throws IOException {
        Path deep = folder.resolveSibling("deep");
        int wanted = LONGEST_PATH - ROOM - folder.getFileName().toString().length();
        while (deep.toString().length() < wanted) {
            int missing = wanted - deep.toString().length();
            deep = deep.resolve("d".repeat(Math.min(200, missing)));
        }
        Files.createDirectories(deep);
        Path to = deep.resolve(folder.getFileName());
        Files.move(folder, to);
        return new DeepFolder(folder, to);
    }

    /** Where it is now. */
    public Path path() {
        return to;
    }

    @Override
    public void close() throws IOException {
        Files.move(to, from);
    }
}
