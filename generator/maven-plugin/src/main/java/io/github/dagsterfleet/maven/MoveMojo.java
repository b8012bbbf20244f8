package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.MoveReport;
import io.github.dagsterfleet.MoveText;
import io.github.dagsterfleet.ReleaseArguments;
import io.github.dagsterfleet.ReleaseOption;
import io.github.dagsterfleet.finding.report.Links;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that moves releases, or refuses to: all or none. */
abstract class MoveMojo extends ReleaseMojo {
    /**
     * Shows all of it and writes nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.plan", defaultValue = "false")
    boolean plan;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        MoveReport report = move(fleet(), said(options().with(ReleaseOption.PLAN, plan)));
        print(MoveText.of(report, Links.NONE::shown));
        end(
                report.run().findings(),
                report.exitCode(),
                report.written() ? "written, with errors" : "nothing was written");
    }

    /** What is its own. */
    abstract Given options();

    abstract MoveReport move(DagsterFleet fleet, ReleaseArguments said)
            throws MojoExecutionException, MojoFailureException;
}
