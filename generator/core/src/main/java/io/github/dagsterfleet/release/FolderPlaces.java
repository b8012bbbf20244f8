package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.Workspace;
import java.util.Set;

/**
 * Whose release decides on which file of a repo's {@code generated} folder: that of an environment, or that of {@code all},
 * which is what build-time files render from.
 *
 * @param built the files of environments that are made from the release of {@code all}; relative to the folder
 */
public record FolderPlaces(Set<String> built) {
    /** Each environment decides on all of its files. */
    public static final FolderPlaces OF_FOLDERS = new FolderPlaces(Set.of());

    public FolderPlaces {
        built = Set.copyOf(built);
    }

    /** @param path of a file, or of one of the folders; relative to the {@code generated} folder */
    public String of(String path) {
        int slash = path.indexOf('/');
        return built.contains(path) ? Workspace.ALL : slash < 0 ? path : path.substring(0, slash);
    }
}
