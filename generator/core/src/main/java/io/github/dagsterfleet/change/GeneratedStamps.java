package io.github.dagsterfleet.change;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stamp of every file that lies where we generate, by its path, which need not be one that a source can have. */
final class GeneratedStamps extends SimpleFileVisitor<Path> {
    private static final long SECOND = 1_000_000_000;

    private final Path root;
    private final Map<String, Stamp> stamps = new HashMap<>();
    private boolean unsure;

    private GeneratedStamps(Path root) {
        this.root = root;
    }

    static GeneratedStamps of(Path root) throws IOException {
        GeneratedStamps visitor = new GeneratedStamps(root);
        for (Path folder : new GeneratedFolders(root).list()) {
            Files.walkFileTree(folder, visitor);
        }
        return visitor;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        stamps.put(root.relativize(file).toString().replace('\\', '/'), Stamp.of(attributes));
        return FileVisitResult.CONTINUE;
    }

    /** What lies in a folder that cannot be read, nobody knows; the run that needs it tells. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException closed) {
        unsure = true;
        return FileVisitResult.CONTINUE;
    }

    /** Of everything that could be looked at. */
    String digest() {
        List<String> lines = new ArrayList<>(stamps.size());
        stamps.forEach((path, stamp) -> lines.add(path + " " + stamp));
        lines.sort(null);
        return Digest.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether every file that was touched since the given time is as we wrote it. Not so where something cannot be looked
     * at, nor on a disk that keeps times in whole seconds, where an edit need not show.
     */
    boolean isOwnWork(long since, Map<String, Stamp> written) {
        boolean fine = false;
        for (Map.Entry<String, Stamp> file : stamps.entrySet()) {
            Stamp stamp = file.getValue();
            if (stamp.modified() >= since && !stamp.equals(written.get(file.getKey()))) {
                return false;
            }
            fine |= stamp.modified() % SECOND != 0;
        }
        return fine && !unsure;
    }
}
