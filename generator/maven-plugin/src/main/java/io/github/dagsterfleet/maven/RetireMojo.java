package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.MoveReport;
import io.github.dagsterfleet.ReleaseArguments;
import io.github.dagsterfleet.ReleaseOption;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Takes repos, or a location of one, out of an environment, all or none. */
@Mojo(name = "retire", threadSafe = true, requiresProject = false, aggregator = true)
public final class RetireMojo extends MoveMojo {
    /**
     * One location of one repo. Default: the whole repo.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.location")
    @Nullable
    String location;

    /**
     * Has the location run again.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.lift", defaultValue = "false")
    boolean lift;

    @Override
    Given options() {
        return new Given().with(ReleaseOption.LOCATION, location).with(ReleaseOption.LIFT, lift);
    }

    @Override
    MoveReport move(DagsterFleet fleet, ReleaseArguments said) throws MojoExecutionException, MojoFailureException {
        return fleet.retire(found(said.retirement()));
    }
}
