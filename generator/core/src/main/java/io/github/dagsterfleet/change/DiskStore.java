package io.github.dagsterfleet.change;

import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder on disk. New content is written beside its file and then moved in place. Beside, because ext4 looks for a free
 * inode near the folder of a new file: with one scratch folder for all, that search took a quarter of a cold run.
 */
public final class DiskStore implements FileStore {
    private final Path root;
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private final Map<String, Stamp> written = new ConcurrentHashMap<>();
    /** Whether a folder's real path lies inside; asked for every file, found out once. */
    private final Map<SourcePath, Boolean> inside = new ConcurrentHashMap<>();

    /** @throws IOException when the folder does not exist or cannot be read */
    public DiskStore(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    /** What was written so far, by its path, each file as it was before it was moved in place. */
    Map<String, Stamp> written() {
        return written;
    }

    @Override
    public void write(SourcePath path, byte[] content) throws IOException {
        Path file = root.resolve(path.value());
        makeFolder(root.resolve(path.parent().value()));
        Path aside = aside(file);
        try {
            Files.write(aside, content);
            Stamp stamp = Stamp.of(aside);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            written.put(path.value(), stamp);
        } catch (IOException e) {
            Files.deleteIfExists(aside);
            throw e;
        }
    }

    /**
     * Puts other content into a file that is somebody's own: one behind a link too, and who may read it stays.
     *
     * @throws IOException when the disk refuses; what stood there still stands
     */
    public void rewrite(SourcePath path, byte[] content) throws IOException {
        Path file = root.resolve(path.value()).toRealPath();
        Path aside = aside(file);
        try {
            Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.write(aside, content);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(aside);
            throw e;
        }
    }

    /** Known only once it is there: another thread that finds it known writes at once. */
    private void makeFolder(Path folder) throws IOException {
        if (folders.contains(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            Path parent = folder.getParent();
            if (parent != null) {
                makeFolder(parent);
            }
            create(folder);
        }
        folders.add(folder);
    }

    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException another) {
            if (!Files.isDirectory(folder)) {
                throw new NotDirectoryException(folder.toString());
            }
        }
    }

    private static Path aside(Path file) {
        return file.resolveSibling(file.getFileName() + ".dagster-fleet");
    }

    /**
     * Deletes what a killed run was writing and had not yet moved in place.
     *
     * @param paths what it was about to write; manifests, which it tells nobody of, are looked for above
     */
    public void tidy(Iterable<SourcePath> paths) {
        for (SourcePath path : paths) {
            deleteAside(path);
            for (SourcePath at = path.parent(); !at.equals(SourcePath.ROOT); at = at.parent()) {
                deleteAside(at.resolve(Manifest.FILE_NAME));
            }
        }
    }

    /** One that cannot be deleted, below what is a file by now for example, harms nobody. */
    private void deleteAside(SourcePath path) {
        try {
            if (isInside(path)) {
                Files.deleteIfExists(aside(root.resolve(path.value())));
            }
        } catch (IOException left) {
            return;
        }
    }

    @Override
    public void delete(SourcePath path) throws IOException {
        Path file = root.resolve(path.value());
        Files.deleteIfExists(file);
        Path folder = file.getParent();
        while (folder != null && !folder.equals(root) && deleteIfEmpty(folder)) {
            folders.remove(folder);
            folder = folder.getParent();
        }
    }

    private static boolean deleteIfEmpty(Path folder) throws IOException {
        try {
            return Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException notEmpty) {
            return false;
        }
    }

    @Override
    public boolean isInside(SourcePath path) {
        return isFolderInside(path.parent());
    }

    /** A folder that is not there yet is where the one above it is. */
    private boolean isFolderInside(SourcePath folder) {
        Boolean known = inside.get(folder);
        if (known == null) {
            Path path = root.resolve(folder.value());
            known = Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                    ? isRealPathInside(path)
                    : isFolderInside(folder.parent());
            inside.put(folder, known);
        }
        return known;
    }

    private boolean isRealPathInside(Path existing) {
        try {
            return existing.toRealPath().startsWith(root);
        } catch (IOException dangling) {
            return false;
        }
    }
}
