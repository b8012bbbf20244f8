package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.DiffReport;
import io.github.dagsterfleet.DiffRequest;
import io.github.dagsterfleet.change.difference.DifferenceMarkdown;
import io.github.dagsterfleet.change.difference.DifferenceText;
import io.github.dagsterfleet.change.difference.Differences;
import io.github.dagsterfleet.finding.report.Links;
import io.github.dagsterfleet.json.DifferenceJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Prints what differs: from what is checked in, between environments, or between releases. */
@Mojo(name = "diff", threadSafe = true, requiresProject = false, aggregator = true)
public final class DiffMojo extends FleetMojo {
    private static final List<String> FORMATS = List.of("text", "markdown", "json");

    /**
     * The repos to compare. Default: all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.repos")
    List<String> repos = List.of();

    /**
     * One environment, or two that are compared with each other. Default: all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.environments")
    List<String> environments = List.of();

    /**
     * Two commits, {@code A..B}, of which one environment is compared.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.release")
    @Nullable
    String release;

    /**
     * What is printed: {@code text}, {@code markdown} or {@code json}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.format", defaultValue = "text")
    String format = "text";

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        checkFormat(format, FORMATS);
        List<String> names = Stream.concat(names(repos).stream(), names(environments).stream())
                .toList();
        DiffReport report = fleet().diff(new DiffRequest(names, Optional.ofNullable(release)));
        print(text(report));
        end(format.equals("json") ? List.of() : report.findings(), report.exitCode(), "not all was compared");
    }

    private String text(DiffReport report) {
        if (format.equals("json")) {
            return DifferenceJson.of(report);
        }
        Function<Differences, String> print = format.equals("markdown")
                ? DifferenceMarkdown::print
                : known -> DifferenceText.print(known, Links.NONE::shown);
        return report.differences().map(print).orElse("");
    }
}
