package io.github.dagsterfleet.change;

import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run is about to write, told before it writes: killed between a file and its manifest, the next run still knows
 * the file as ours. Gone once a run has ended by itself.
 */
public final class Journal implements AutoCloseable {
    private final Path file;
    private final long begun;
    private final Map<String, Set<String>> interrupted;
    private final Writer out;

    private Journal(Path file, long begun, Map<String, Set<String>> interrupted, Writer out) {
        this.file = file;
        this.begun = begun;
        this.interrupted = interrupted;
        this.out = out;
    }

    /**
     * Begins a run, knowing what an interrupted one left.
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
        Path file = folder.resolve("journal");
        Map<String, Set<String>> interrupted = read(root);
        Writer out = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new Journal(file, Stamp.of(file).modified(), interrupted, out);
    }

    /** What an interrupted run may have written, by path; for shells that only look. */
    public static Map<String, Set<String>> read(Path root) throws IOException {
        Path file = root.resolve(LocalState.FOLDER.value()).resolve("journal");
        Map<String, Set<String>> left = new HashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readString(file).split("\n", -1)) {
                if (line.length() > 65 && line.charAt(64) == ' ') {
                    left.computeIfAbsent(line.substring(65), key -> new TreeSet<>())
                            .add(line.substring(0, 64));
                }
            }
        }
        return left;
    }

    /** What an interrupted run may have written below the folder, by path relative to it. */
    public static Map<String, Set<String>> below(Map<String, Set<String>> left, SourcePath folder) {
        Map<String, Set<String>> found = new HashMap<>();
        left.forEach((path, digests) -> {
            if (path.startsWith(folder.value() + "/")) {
                found.put(path.substring(folder.value().length() + 1), digests);
            }
        });
        return found;
    }

    /** What an interrupted run may have written, by path. */
    public Map<String, Set<String>> left() {
        return interrupted;
    }

    /** When the run began, in nanoseconds, as the disk tells time; a run that was interrupted counts into it. */
    long begun() {
        return begun;
    }

    /** Tells what the plan is about to write. */
    synchronized void intend(ChangePlan plan) throws IOException {
        for (FileChange change : plan.changes()) {
            if (change.kind() == ChangeKind.CREATE || change.kind() == ChangeKind.UPDATE) {
                out.write(plan.digest(change) + " " + change.path() + "\n");
            }
        }
        out.flush();
    }

    /** The run is over and every manifest says what was written. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
