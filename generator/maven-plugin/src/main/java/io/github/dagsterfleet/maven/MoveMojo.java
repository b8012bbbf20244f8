package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.MoveJson;
import io.github.dagsterfleet.MoveReport;
import io.github.dagsterfleet.MoveText;
import io.github.dagsterfleet.ReleaseArguments;
import io.github.dagsterfleet.ReleaseOption;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.report.Links;
import java.util.Collection;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that moves releases, or refuses to: all or none. */
abstract class MoveMojo extends ReleaseMojo {
    private static final String TEXT = "text";
    private static final String JSON = "json";

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
    @Parameter(property = "dagster-fleet.format", defaultValue = TEXT)
    String format = TEXT;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        checkFormat(format, List.of(TEXT, JSON));
        MoveReport report = move(fleet(), said(options().with(ReleaseOption.PLAN, plan)));
        boolean isJson = format.equals(JSON);
        print(isJson ? MoveJson.of(report) : MoveText.of(report, Links.NONE));
        Collection<Finding> findings = isJson ? List.of() : report.run().findings();
        end(findings, report.exitCode(), report.written() ? "written, with errors" : "nothing was written");
    }

    /** What is its own. */
    abstract Given options();

    abstract MoveReport move(DagsterFleet fleet, ReleaseArguments said)
            throws MojoExecutionException, MojoFailureException;
}
