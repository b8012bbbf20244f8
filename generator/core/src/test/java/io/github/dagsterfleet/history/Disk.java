package io.github.dagsterfleet.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files of text below one folder. */
record Disk(Path root) {
    /** Each file below a folder, by its path from there; none where there is no folder. */
    SortedMap<String, String> below(String folder) {
        Path top = root.resolve(folder);
        SortedMap<String, String> files = new TreeMap<>();
        if (!Files.isDirectory(top)) {
            return files;
        }
        try (Stream<Path> walk = Files.walk(top)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(top.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for a file that is not there. */
    String read(String file) {
        try {
            Path path = root.resolve(file);
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what differs, and deletes what is no longer among the files. */
    void replace(Map<String, String> before, Map<String, String> after) {
        try {
            for (String gone : before.keySet()) {
                if (!after.containsKey(gone)) {
                    Files.deleteIfExists(root.resolve(gone));
                }
            }
            for (Map.Entry<String, String> file : after.entrySet()) {
                if (!read(file.getKey()).equals(file.getValue())) {
                    Path path = root.resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.writeString(path, file.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies all of it. */
    void copyTo(Path other) {
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path from : walk.toList()) {
                Path to = other.resolve(root.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
