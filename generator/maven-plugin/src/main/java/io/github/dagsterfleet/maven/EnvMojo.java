package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.Variables;
import io.github.dagsterfleet.finding.Outcome;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals about environment variables have in common: whose variables they are. */
abstract class EnvMojo extends FleetMojo {
    /**
     * The repo.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.repo", required = true)
    String repo = "";

    /**
     * The variables of one location. Default: those of every location of the repo.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.location")
    @Nullable
    String location;

    /** Where Dagster+ is, and the values of secrets. Nothing of it is ever a parameter, which Maven would print. */
    Map<String, String> process = System.getenv();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        act(found(located(fleet().variables(repo, environment()))));
    }

    /** The fleet's first where nobody names one. */
    abstract Optional<String> environment();

    abstract void act(Variables variables) throws MojoExecutionException, MojoFailureException;

    private Outcome<Variables> located(Outcome<Variables> whole) {
        String one = location;
        return one == null ? whole : whole.then(variables -> variables.of(one));
    }
}
