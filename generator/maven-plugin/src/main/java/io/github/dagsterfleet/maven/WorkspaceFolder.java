package io.github.dagsterfleet.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Where the workspace of a goal is. */
final class WorkspaceFolder {
    private WorkspaceFolder() {}

    /**
     * The folder that was named, or the nearest with an {@code environments/base.yaml}, from the module upwards.
     *
     * @param basedir that of the module
     */
    static Path of(@Nullable File named, File basedir) throws MojoExecutionException {
        if (named != null) {
            if (!isWorkspace(named.toPath())) {
                throw new MojoExecutionException(
                        "`" + named + "` holds no environments/base.yaml; correct dagster-fleet.workspace");
            }
            return named.toPath();
        }
        return Stream.iterate(basedir.toPath().toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(WorkspaceFolder::isWorkspace)
                .findFirst()
                .orElseThrow(() -> new MojoExecutionException(
                        "no environments/base.yaml here or in a folder above; set dagster-fleet.workspace"));
    }

    private static boolean isWorkspace(Path folder) {
        return Files.isRegularFile(folder.resolve("environments").resolve("base.yaml"));
    }
}
