package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.MoveReport;
import io.github.dagsterfleet.ReleaseArguments;
import io.github.dagsterfleet.ReleaseOption;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Takes repos back to an earlier release, all or none, and puts them on hold. */
@Mojo(name = "rollback", threadSafe = true, requiresProject = false, aggregator = true)
public final class RollbackMojo extends MoveMojo {
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
     * The release. Default: the one that was there before.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.to")
    @Nullable
    String to;

    /**
     * Repos that go along.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.with")
    List<String> with = List.of();

    /**
     * What becomes of an overlay that changed since: {@code keep} or {@code restore}. Nobody is asked.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.overlays")
    @Nullable
    String overlays;

    /**
     * Lets locations go that the earlier release does not have.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.allowRemove", defaultValue = "false")
    boolean allowRemove;

    @Override
    Given options() {
        return new Given()
                .with(ReleaseOption.RING, ring)
                .with(ReleaseOption.GROUP, group)
                .with(ReleaseOption.TO, to)
                .with(ReleaseOption.OVERLAYS, overlays)
                .with(ReleaseOption.ALLOW_REMOVE, allowRemove);
    }

    @Override
    MoveReport move(DagsterFleet fleet, ReleaseArguments said) throws MojoExecutionException, MojoFailureException {
        return fleet.rollBack(found(said.rollback(names(with))));
    }
}
