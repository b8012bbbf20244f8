package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.ReleaseArguments;
import io.github.dagsterfleet.ReleaseOption;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Lets nothing be promoted, or again. */
@Mojo(name = "hold", threadSafe = true, requiresProject = false, aggregator = true)
public final class HoldMojo extends ReleaseMojo {
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
     * Everything in the environment.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.all", defaultValue = "false")
    boolean all;

    /**
     * The last day. Default: none, somebody lifts it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.until")
    @Nullable
    String until;

    /**
     * Ends the hold.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.lift", defaultValue = "false")
    boolean lift;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        ReleaseArguments said = said(new Given()
                .with(ReleaseOption.RING, ring)
                .with(ReleaseOption.GROUP, group)
                .with(ReleaseOption.ALL, all)
                .with(ReleaseOption.UNTIL, until)
                .with(ReleaseOption.LIFT, lift));
        print(found(said.hold().then(fleet()::record)).text());
    }
}
