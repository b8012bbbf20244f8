package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.MoveReport;
import io.github.dagsterfleet.MoveText;
import io.github.dagsterfleet.ReleaseArguments;
import io.github.dagsterfleet.ReleaseOption;
import io.github.dagsterfleet.finding.report.Links;
import io.github.dagsterfleet.json.MoveJson;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that moves releases, or refuses to: all or none. */
abstract class MoveMojo extends ReleaseMojo {
    private static final List<String> FORMATS = List.of("text", "json");

    /**
     * Shows all of it and writes nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.plan", defaultValue = "false")
    boolean plan;

    /**
     * What is printed: {@code text} or {@code json}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.format", defaultValue = "text")
    String format = "text";

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        checkFormat(format, FORMATS);
        MoveReport report = move(fleet(), said(options().with(ReleaseOption.PLAN, plan)));
        boolean forMachines = format.equals("json");
        print(forMachines ? MoveJson.of(report) : MoveText.of(report, Links.NONE::shown));
        end(
                forMachines ? List.of() : report.run().findings(),
                report.exitCode(),
                report.written() ? "written, with errors" : "nothing was written");
    }

    /** What is its own. */
    abstract Given options();

    abstract MoveReport move(DagsterFleet fleet, ReleaseArguments said)
            throws MojoExecutionException, MojoFailureException;
}
