package io.github.dagsterfleet.source;

import io.github.dagsterfleet.text.SourcePath;
import java.nio.file.Files;
import java.nio.file.Path;

/** The git checkout around a folder: services that show findings know files from its root. */
public final class Checkout {
    private Checkout() {}

    /** Where in its checkout the folder lies; where there is none, names begin at the folder itself. */
    public static SourcePath placeOf(Path folder) {
        Path from = folder.toAbsolutePath().normalize();
        for (Path at = from; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                String place = at.relativize(from).toString().replace('\\', '/');
                return SourcePath.isValid(place) ? new SourcePath(place) : SourcePath.ROOT;
            }
        }
        return SourcePath.ROOT;
    }
}
