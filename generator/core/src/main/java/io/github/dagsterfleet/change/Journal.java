package io.github.dagsterfleet.change;

import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a run is about to write, told before it writes: killed between a file and its manifest, the next run still knows
 * the file as ours. What is told of a folder stays until its manifest says the same, however many runs that takes.
 */
public final class Journal implements AutoCloseable {
    private final Path file;
    private final RunLock lock;
    private final long begun;
    private final OwnedPaths interrupted;
    private final OwnedPaths.Builder unsettled = new OwnedPaths.Builder();
    private final Writer out;

    private Journal(Path file, RunLock lock, long begun, OwnedPaths interrupted, Writer out) {
        this.file = file;
        this.lock = lock;
        this.begun = begun;
        this.interrupted = interrupted;
        this.out = out;
        unsettled.addAll(interrupted);
    }

    /**
     * Begins a run, knowing what an interrupted one left. Waits for another that is under way in this workspace.
     *
     * @throws IOException when the workspace cannot be written
     */
    public static Journal begin(Path root) throws IOException {
        Path folder = root.resolve(LocalState.FOLDER.value());
        Files.createDirectories(folder);
        Path ignore = root.resolve(LocalState.IGNORE.value());
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, LocalState.IGNORE_EVERYTHING);
        }
        RunLock lock = RunLock.take(folder);
        try {
            return begin(folder.resolve("journal"), lock, read(root));
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static Journal begin(Path file, RunLock lock, OwnedPaths interrupted) throws IOException {
        Writer out = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new Journal(file, lock, Stamp.of(file).modified(), interrupted, out);
    }

    /** What an interrupted run may have written, in the workspace; for shells that only look. */
    public static OwnedPaths read(Path root) throws IOException {
        Path file = root.resolve(LocalState.FOLDER.value()).resolve("journal");
        OwnedPaths.Builder left = new OwnedPaths.Builder();
        if (Files.exists(file)) {
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
                if (isWhole(line)) {
                    left.add(line.substring(65), line.substring(0, 64));
                }
            }
        }
        return left.build();
    }

    /** A run that was killed may have left half a line, and a disk that lost its power anything. */
    private static boolean isWhole(String line) {
        return line.length() > 65 && line.charAt(64) == ' ' && SourcePath.isValid(line.substring(65));
    }

    /** What an interrupted run may have written, in the workspace. */
    public OwnedPaths left() {
        return interrupted;
    }

    /** The paths that an interrupted run may have written. */
    public List<SourcePath> unfinished() {
        return interrupted.paths().stream().map(SourcePath::new).toList();
    }

    /** When the run began, in nanoseconds, as the disk tells time; a run that was interrupted counts into it. */
    long begun() {
        return begun;
    }

    /** Tells what the plan is about to write. */
    synchronized void intend(ChangePlan plan) throws IOException {
        for (FileChange change : plan.changes()) {
            if (change.kind() == ChangeKind.CREATE || change.kind() == ChangeKind.UPDATE) {
                String digest = plan.digest(change);
                String path = change.path().value();
                unsettled.add(path, digest);
                out.write(line(digest, path));
            }
        }
        out.flush();
    }

    /** The manifest of a folder says now what was told of it here. */
    synchronized void settle(SourcePath folder) {
        unsettled.removeBelow(folder);
    }

    /** The run is over. A disk that refuses changes nothing: what was told before stays, and is still true. */
    @Override
    public void close() {
        try (lock) {
            out.close();
            OwnedPaths left = unsettled.build();
            if (left.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                keep(left);
            }
        } catch (IOException refused) {
            return;
        }
    }

    private void keep(OwnedPaths left) throws IOException {
        StringBuilder text = new StringBuilder();
        left.digests().forEach((path, digests) -> digests.forEach(digest -> text.append(line(digest, path))));
        Path aside = file.resolveSibling("journal.new");
        Files.writeString(aside, text);
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String line(String digest, String path) {
        return digest + " " + path + "\n";
    }
}
