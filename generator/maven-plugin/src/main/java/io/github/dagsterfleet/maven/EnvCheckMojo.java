package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.Variables;
import io.github.dagsterfleet.env.EnvCheck;
import io.github.dagsterfleet.env.KnownNames;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Compares the names of the variables that a repo's code is promised with those that exist: the gate before a deploy. */
@Mojo(name = "env-check", threadSafe = true, requiresProject = false, aggregator = true)
public final class EnvCheckMojo extends EnvMojo {
    /**
     * The environment.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.environment", required = true)
    String environment = "";

    /**
     * Files with lists of the secrets in Kubernetes or AWS.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.names")
    List<File> names = List.of();

    @Override
    Optional<String> environment() {
        return Optional.of(environment);
    }

    @Override
    void act(Variables variables) throws MojoExecutionException, MojoFailureException {
        EnvCheck check = found(variables.check(known(), process, new WallTiming()));
        check.summary().lines().forEach(getLog()::info);
        report(check.findings(), "variables are not as they are declared");
    }

    private KnownNames known() throws MojoExecutionException, MojoFailureException {
        KnownNames known = new KnownNames();
        Findings findings = new Findings();
        for (File file : names) {
            try {
                known.add(file.getName(), Files.readString(file.toPath()), findings);
            } catch (IOException unreadable) {
                throw new MojoExecutionException("`" + file + "` cannot be read; correct dagster-fleet.names");
            }
        }
        return found(Outcome.of(known, findings));
    }
}
