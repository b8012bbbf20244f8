package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.Variables;
import io.github.dagsterfleet.env.EnvApply;
import io.github.dagsterfleet.env.EnvPlan;
import io.github.dagsterfleet.env.EnvText;
import io.github.dagsterfleet.env.GivenValues;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Sets the variables that Dagster+ has to keep for a repo. The value of a secret is the one that Maven's own environment
 * has under the variable's name, and no parameter.
 */
@Mojo(name = "env-apply", threadSafe = true, requiresProject = false, aggregator = true)
public final class EnvApplyMojo extends EnvMojo {
    /**
     * The environment.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.environment", required = true)
    String environment = "";

    /**
     * Sends secrets too that are there, where a value is given.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.rotate", defaultValue = "false")
    boolean rotate;

    /**
     * Takes away what only one of these locations has and nobody declares.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.prune", defaultValue = "false")
    boolean prune;

    /**
     * Agrees to what is to be done; without it that is shown, and nothing is sent.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.yes", defaultValue = "false")
    boolean yes;

    @Override
    Optional<String> environment() {
        return Optional.of(environment);
    }

    @Override
    void act(Variables variables) throws MojoExecutionException, MojoFailureException {
        WallTiming timing = new WallTiming();
        EnvPlan plan =
                found(variables.plan(GivenValues.ofProcess(process), new EnvPlan.Wish(rotate, prune), process, timing));
        EnvText.plan(plan).lines().forEach(getLog()::info);
        if (plan.isWork() && !yes) {
            throw new MojoFailureException("nobody agreed to this, and nothing was sent; set dagster-fleet.yes");
        }
        EnvApply apply = variables.apply(plan, process, timing);
        EnvText.applied(apply).lines().forEach(getLog()::info);
        report(apply.findings(), "not all is done");
    }
}
