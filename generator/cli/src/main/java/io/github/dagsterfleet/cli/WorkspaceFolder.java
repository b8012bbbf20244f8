package io.github.dagsterfleet.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the folder that holds {@code environments/base.yaml}. */
final class WorkspaceFolder {
    private WorkspaceFolder() {}

    static boolean isThere(Path folder) {
        return Files.isDirectory(folder);
    }

    /** The folder itself, if it is one. */
    static Optional<Path> at(Path folder) {
        return Files.exists(folder.resolve("environments").resolve("base.yaml"))
                ? Optional.of(folder)
                : Optional.empty();
    }

    /** The nearest from this folder upwards. */
    static Optional<Path> above(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            Optional<Path> found = at(at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
