package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.ReleaseArguments;
import io.github.dagsterfleet.ReleaseOption;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals about releases have in common: the environment, and the repos by name. */
abstract class ReleaseMojo extends FleetMojo {
    /**
     * The environment, which has to render from releases.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.environment", required = true)
    String environment = "";

    /**
     * The repos.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.repos")
    List<String> repos = List.of();

    /**
     * Why, for the record.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.reason")
    @Nullable
    String reason;

    /** With what all of these goals take. */
    final ReleaseArguments said(Given given) {
        return given.with(ReleaseOption.REASON, reason).of(names(repos), environment);
    }
}
