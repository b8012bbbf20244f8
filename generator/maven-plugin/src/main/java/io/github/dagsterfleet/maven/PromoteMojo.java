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

/**
 * Moves repos one step on the way to production, all or none. Without repos, ring and group: what belongs to the
 * environment itself.
 */
@Mojo(name = "promote", threadSafe = true, requiresProject = false, aggregator = true)
public final class PromoteMojo extends MoveMojo {
    /**
     * The repos of a ring of base.yaml.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.ring")
    @Nullable
    String ring;

    /**
     * The members of a group of base.yaml.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.group")
    @Nullable
    String group;

    /**
     * Skips a stage, for a reason.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.hotfix", defaultValue = "false")
    boolean hotfix;

    /**
     * Moves no release, and has this version make the files of those there are.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.sameRelease", defaultValue = "false")
    boolean sameRelease;

    @Override
    Given options() {
        return new Given()
                .with(ReleaseOption.RING, ring)
                .with(ReleaseOption.GROUP, group)
                .with(ReleaseOption.HOTFIX, hotfix)
                .with(ReleaseOption.SAME_RELEASE, sameRelease);
    }

    @Override
    MoveReport move(DagsterFleet fleet, ReleaseArguments said) throws MojoExecutionException, MojoFailureException {
        return fleet.promote(found(said.promotion()));
    }
}
