package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.ReleaseArguments;
import io.github.dagsterfleet.ReleaseOption;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Records which image of a repo runs. */
@Mojo(name = "deployed", threadSafe = true, requiresProject = false, aggregator = true)
public final class DeployedMojo extends FleetMojo {
    /**
     * The environment, which has to render from releases.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.environment", required = true)
    String environment = "";

    /**
     * The repo.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.repo", required = true)
    String repo = "";

    /**
     * The image: {@code TAG@sha256:DIGEST}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.image", required = true)
    @Nullable
    String image;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        ReleaseArguments said = new Given().with(ReleaseOption.IMAGE, image).of(List.of(repo), environment);
        print(found(said.deployed().then(fleet()::record)).text());
    }
}
