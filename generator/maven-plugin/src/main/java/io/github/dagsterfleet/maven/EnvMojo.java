package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.ExitCode;
import io.github.dagsterfleet.Progress;
import io.github.dagsterfleet.Variables;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.finding.report.TextReport;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals about environment variables have in common: whose variables they are. */
abstract class EnvMojo extends AbstractMojo {
    /**
     * The workspace. Default: the nearest folder with an {@code environments/base.yaml}, from this module upwards.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.workspace")
    @Nullable
    File workspace;

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

    @Parameter(defaultValue = "${basedir}", readonly = true)
    @Nullable
    File basedir;

    /** Where Dagster+ is, and the values of secrets. Nothing of it is ever a parameter, which Maven would print. */
    Map<String, String> process = System.getenv();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        DagsterFleet fleet = new DagsterFleet(
                WorkspaceFolder.of(workspace, folder().toFile()),
                Runtime.getRuntime().availableProcessors(),
                LocalDate.now(ZoneOffset.UTC),
                Progress.SILENT);
        act(found(located(fleet.variables(repo, environment()))));
    }

    /** The fleet's first where nobody names one. */
    abstract Optional<String> environment();

    abstract void act(Variables variables) throws MojoExecutionException, MojoFailureException;

    private Outcome<Variables> located(Outcome<Variables> whole) {
        String one = location;
        return one == null ? whole : whole.then(variables -> variables.of(one));
    }

    /** The value; what keeps it from being there ends the goal. */
    final <T> T found(Outcome<T> outcome) throws MojoExecutionException, MojoFailureException {
        Optional<T> value = outcome.value();
        if (value.isEmpty()) {
            throwFor(outcome.findings(), "nothing was done");
        }
        return value.orElseThrow();
    }

    /** Tells findings, and fails when an error is among them. */
    final void report(List<Finding> findings, String failure) throws MojoExecutionException, MojoFailureException {
        if (ExitCode.of(findings) == ExitCode.DONE) {
            new TextReport(false).print(findings).lines().forEach(getLog()::warn);
        } else {
            throwFor(findings, failure);
        }
    }

    private void throwFor(List<Finding> findings, String failure) throws MojoExecutionException, MojoFailureException {
        new TextReport(false).print(findings).lines().forEach(getLog()::error);
        if (ExitCode.of(findings) == ExitCode.FINDINGS) {
            throw new MojoFailureException(failure);
        }
        throw new MojoExecutionException(failure);
    }

    /** Where relative paths begin. */
    final Path folder() {
        return (basedir == null ? new File("") : basedir).toPath();
    }

    /** Not through the log, whose prefix belongs to no file. */
    static void print(String text) {
        System.out.print(text);
        System.out.flush();
    }
}
