package io.github.dagsterfleet.change;

import io.github.dagsterfleet.text.SourcePath;
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

/** The stamp of every file that lies where we generate. */
final class GeneratedStamps extends SimpleFileVisitor<Path> {
    private static final long SECOND = 1_000_000_000;

    private final Path root;
    private final Map<SourcePath, Stamp> stamps = new HashMap<>();

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
        String path = root.relativize(file).toString().replace('\\', '/');
        stamps.put(new SourcePath(path), Stamp.of(attributes));
        return FileVisitResult.CONTINUE;
    }

    String digest() {
        List<String> lines = new ArrayList<>(stamps.size());
        stamps.forEach((path, stamp) -> lines.add(path + " " + stamp));
        lines.sort(null);
        return Digest.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether every file that was touched since the given time is as we wrote it. Also not so on a disk that keeps times
     * in whole seconds, where an edit need not show.
     */
    boolean isOwnWork(long since, Map<SourcePath, Stamp> written) {
        boolean fine = false;
        for (Map.Entry<SourcePath, Stamp> file : stamps.entrySet()) {
            Stamp stamp = file.getValue();
            if (stamp.modified() >= since && !stamp.equals(written.get(file.getKey()))) {
                return false;
            }
            fine |= stamp.modified() % SECOND != 0;
        }
        return fine;
    }
}
