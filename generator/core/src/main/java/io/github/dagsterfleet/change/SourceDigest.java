package io.github.dagsterfleet.change;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One digest over every folder, and the path and content of every file, in a workspace that people write. */
final class SourceDigest extends SimpleFileVisitor<Path> {
    private static final List<String> FOLDERS = List.of("environments", "templates", "repos");

    private final Path root;
    private final GeneratedFolders generated;
    private final List<String> lines = new ArrayList<>();
    private boolean unsure;

    private SourceDigest(Path root) {
        this.root = root;
        this.generated = new GeneratedFolders(root);
    }

    /** Empty when there is something among the sources that cannot be read, or a link, behind which anything may change. */
    static Optional<String> of(Path root, String tool) throws IOException {
        SourceDigest visitor = new SourceDigest(root);
        for (String folder : FOLDERS) {
            if (Files.exists(root.resolve(folder))) {
                Files.walkFileTree(root.resolve(folder), visitor);
            }
        }
        visitor.lines.sort(null);
        visitor.lines.add(tool);
        String all = String.join("\n", visitor.lines);
        return visitor.unsure ? Optional.empty() : Optional.of(Digest.of(all.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (generated.isOne(folder)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        lines.add(root.relativize(folder).toString());
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        try {
            if (attributes.isRegularFile()) {
                lines.add(root.relativize(file) + " " + Digest.of(Files.readAllBytes(file)));
                return FileVisitResult.CONTINUE;
            }
        } catch (IOException closed) {
            return visitFileFailed(file, closed);
        }
        unsure = true;
        return FileVisitResult.TERMINATE;
    }

    /** What cannot be read is told by whoever reads the sources for what they say. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException closed) {
        unsure = true;
        return FileVisitResult.TERMINATE;
    }
}
