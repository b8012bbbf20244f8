package io.github.dagsterfleet.source;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What keeps us from entering a folder: a link that leads out of the workspace or nowhere, a missing right. It is told
 * where it stands, and so once, however many files lie behind it. Safe for use by several threads.
 */
final class Obstacles {
    private final Path root;
    private final Path realRoot;
    /** By folder; asked for every file, found out once. */
    private final Map<SourcePath, Optional<Finding>> known = new ConcurrentHashMap<>();

    /** @param realRoot the same folder as {@code root}, without links */
    Obstacles(Path root, Path realRoot) {
        this.root = root;
        this.realRoot = realRoot;
        known.put(SourcePath.ROOT, Optional.empty());
    }

    /**
     * What stands in the way to the content of a folder. Looks at one folder after the other, because only a link can
     * lead out.
     *
     * @throws NoSuchFileException when there is no such folder
     * @throws NotDirectoryException when there is something else of this name
     */
    Optional<Finding> before(SourcePath folder) throws NoSuchFileException, NotDirectoryException {
        Optional<Finding> obstacle = known.get(folder);
        if (obstacle == null) {
            obstacle = before(folder.parent());
            if (obstacle.isEmpty()) {
                obstacle = at(folder, root.resolve(folder.value()));
            }
            known.put(folder, obstacle);
        }
        return obstacle;
    }

    /** Nothing stands in the way to a folder that is no link, in a folder that could be entered. */
    void none(SourcePath folder) {
        known.put(folder, Optional.empty());
    }

    private Optional<Finding> at(SourcePath folder, Path path) throws NoSuchFileException, NotDirectoryException {
        try {
            BasicFileAttributes attributes = attributes(path);
            if (attributes.isSymbolicLink()) {
                Optional<Finding> obstacle = behind(folder, path);
                if (obstacle.isEmpty() && !Files.isDirectory(path)) {
                    throw new NotDirectoryException(folder.value());
                }
                return obstacle;
            }
            if (!attributes.isDirectory()) {
                throw new NotDirectoryException(folder.value());
            }
            return Optional.empty();
        } catch (NoSuchFileException | NotDirectoryException absent) {
            throw absent;
        } catch (IOException closed) {
            return Optional.of(unreadableFolder(folder.parent(), closed));
        }
    }

    /** What is wrong with where a link leads. */
    Optional<Finding> behind(SourcePath link, Path path) {
        try {
            return isInside(path.toRealPath()) ? Optional.empty() : Optional.of(outside(link));
        } catch (IOException dangling) {
            return Optional.of(Finding.in(FindingCode.SOURCE_UNREADABLE, link, "the link leads nowhere")
                    .help("put what it stands for where the link leads, or delete the link"));
        }
    }

    /** Whether a path without links lies in the folder. */
    boolean isInside(Path real) {
        return real.startsWith(realRoot);
    }

    /** Of the file, folder or link itself. */
    static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    static Finding unreadableFolder(SourcePath folder, IOException error) {
        return Finding.in(
                        FindingCode.SOURCE_UNREADABLE, folder, "the folder cannot be read: " + DiskErrors.words(error))
                .help("give whoever runs dagster-fleet the right to read it");
    }

    private static Finding outside(SourcePath link) {
        return Finding.in(FindingCode.SOURCE_OUTSIDE_WORKSPACE, link, "a link leads out of the workspace")
                .help("replace the link by what it leads to");
    }
}
