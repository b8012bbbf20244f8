package io.github.dagsterfleet.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Renders every generated file of the workspace, or, under {@code dagster-fleet.check}, says which ones differ. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true, requiresProject = false)
public final class GenerateMojo extends AbstractMojo {
    /**
     * The workspace. Default: the nearest folder with an {@code environments/base.yaml}, from this module upwards.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.workspace")
    @Nullable
    File workspace;

    /**
     * Writes nothing and fails when a generated file is not what the sources say.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.check", defaultValue = "false")
    boolean check;

    /**
     * Does nothing at all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.skip", defaultValue = "false")
    boolean skip;

    /**
     * The environments to render. Default: all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.environments")
    List<String> environments = List.of();

    /**
     * The repos to render. Default: all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.repos")
    List<String> repos = List.of();

    /**
     * Renders the repos of these teams only. Default: all teams.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.teams")
    List<String> teams = List.of();

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    File basedir;

    @Override
    public void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("skipped by dagster-fleet.skip");
            return;
        }
        Path root = workspaceRoot()
                .orElseThrow(() -> new MojoFailureException(
                        "no environments/base.yaml here or in a folder above; set dagster-fleet.workspace"));
        // WIRE: one request (root, check, environments, repos, teams) to the facade, one report to getLog(), and
        // MojoFailureException with the closing line when there are findings or drift.
        getLog().info((check ? "check " : "generate ") + root + " " + names(environments) + " " + names(repos) + " "
                + names(teams));
    }

    /** Maven splits {@code a, b} at the comma and leaves the blank. */
    private static List<String> names(List<String> given) {
        return given.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private Optional<Path> workspaceRoot() {
        if (workspace != null) {
            return Optional.of(workspace.toPath());
        }
        return Stream.iterate(basedir.toPath().toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder ->
                        Files.isRegularFile(folder.resolve("environments").resolve("base.yaml")))
                .findFirst();
    }
}
