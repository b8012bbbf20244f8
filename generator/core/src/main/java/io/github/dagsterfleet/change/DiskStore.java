package io.github.dagsterfleet.change;

import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A folder on disk. New content is written aside, in the workspace's own scratch folder, and then moved in place. */
public final class DiskStore implements FileStore {
    private final Path root;
    private final Path scratch;
    private final AtomicInteger next = new AtomicInteger();
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private final Map<SourcePath, Stamp> written = new ConcurrentHashMap<>();
    /** Whether a folder's real path lies inside; asked for every file, found out once. */
    private final Map<SourcePath, Boolean> inside = new ConcurrentHashMap<>();

    /** @throws IOException when the folder does not exist or cannot be read */
    public DiskStore(Path root) throws IOException {
        this.root = root.toRealPath();
        this.scratch = this.root.resolve(LocalState.FOLDER.value()).resolve("tmp");
    }

    /** What was written so far, each file as it was before it was moved in place. */
    Map<SourcePath, Stamp> written() {
        return written;
    }

    @Override
    public void write(SourcePath path, byte[] content) throws IOException {
        Path file = root.resolve(path.value());
        makeFolder(root.resolve(path.parent().value()));
        makeFolder(scratch);
        Path aside = scratch.resolve(Integer.toString(next.incrementAndGet()));
        try {
            Files.write(aside, content);
            Stamp stamp = Stamp.of(aside);
            move(aside, file);
            written.put(path, stamp);
        } catch (IOException e) {
            Files.deleteIfExists(aside);
            throw e;
        }
    }

    /** Known only once it is there: another thread that finds it known writes at once. */
    private void makeFolder(Path folder) throws IOException {
        if (!folders.contains(folder)) {
            Files.createDirectories(folder);
            folders.add(folder);
        }
    }

    /** The scratch folder may lie on another disk than a linked folder: then the last step is made beside the file. */
    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            Path beside = to.resolveSibling(to.getFileName() + ".dagster-fleet");
            Files.copy(from, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(from);
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
