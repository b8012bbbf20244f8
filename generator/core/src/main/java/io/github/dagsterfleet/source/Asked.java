package io.github.dagsterfleet.source;

import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file or folder that somebody named.
 *
 * @param tree that of the present folder where the path lies below it; else the folder named, or that of the file. Who
 *     names a link means the file that it leads to
 */
public record Asked(WorkTree tree, SourcePath path, boolean isFolder) {
    /** Empty where there is nothing of this name, or nothing that we may enter. */
    public static Optional<Asked> at(Path here, String name) {
        try {
            Path base = here.toAbsolutePath().normalize();
            Path asked = base.resolve(name).normalize();
            if (!Files.exists(asked, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            boolean folder = Files.isDirectory(asked);
            if (asked.startsWith(base)) {
                Optional<Asked> inside = in(base, asked, folder);
                if (folder
                        || inside.filter(found -> found.tree.leadsOut(found.path))
                                .isEmpty()) {
                    return inside;
                }
            }
            Path outside = folder ? asked : asked.toRealPath();
            return in(folder || outside.getParent() == null ? outside : outside.getParent(), outside, folder);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Asked> in(Path root, Path asked, boolean folder) throws IOException {
        String relative = root.relativize(asked).toString().replace('\\', '/');
        return SourcePath.isValid(relative)
                ? Optional.of(new Asked(WorkTree.of(root), new SourcePath(relative), folder))
                : Optional.empty();
    }
}
