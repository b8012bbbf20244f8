package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.Variables;
import io.github.dagsterfleet.finding.Finding;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Prints a {@code .env} for a laptop: every value of a repo, and the names of its secrets. */
@Mojo(name = "env-local", threadSafe = true, requiresProject = false, aggregator = true)
public final class EnvLocalMojo extends EnvMojo {
    /**
     * The environment. Default: the first one of the workspace.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.environment")
    @Nullable
    String environment;

    /**
     * A file to write instead, where git has to ignore it and nothing may stand yet. Default: none, it is printed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.to")
    @Nullable
    String to;

    @Override
    Optional<String> environment() {
        return Optional.ofNullable(environment);
    }

    @Override
    void act(Variables variables) throws MojoExecutionException, MojoFailureException {
        String text = found(variables.local());
        if (to == null) {
            print(text);
            return;
        }
        Optional<Finding> refused = DagsterFleet.writeLocal(folder(), to, text);
        report(refused.map(List::of).orElse(List.of()), "nothing was written");
        getLog().info("wrote " + to);
    }
}
