package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.ExitCode;
import io.github.dagsterfleet.Progress;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.finding.report.TextReport;
import io.github.dagsterfleet.secret.Redaction;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common: the workspace, and how an answer is told. */
abstract class FleetMojo extends AbstractMojo {
    /**
     * The workspace. Default: the nearest folder with an {@code environments/base.yaml}, from this module upwards.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.workspace")
    @Nullable
    File workspace;

    @Parameter(defaultValue = "${basedir}", readonly = true)
    @Nullable
    File basedir;

    /** Where answers go: not through the log, whose prefix belongs to none. */
    PrintStream out = System.out;

    final DagsterFleet fleet() throws MojoExecutionException {
        return new DagsterFleet(
                root(), Runtime.getRuntime().availableProcessors(), LocalDate.now(ZoneOffset.UTC), Progress.SILENT);
    }

    /** The folder of the workspace. */
    final Path root() throws MojoExecutionException {
        return WorkspaceFolder.of(workspace, folder().toFile());
    }

    /** Where relative paths begin. */
    final Path folder() {
        return (basedir == null ? new File("") : basedir).toPath();
    }

    final void print(String text) {
        out.print(text);
        out.flush();
    }

    /** The value; what keeps it from being there ends the goal. */
    final <T> T found(Outcome<T> outcome) throws MojoExecutionException, MojoFailureException {
        Optional<T> value = outcome.value();
        if (value.isEmpty()) {
            // Somebody may have typed a secret, and what was typed has not been through the façade.
            List<Finding> findings = Finding.redacted(outcome.findings(), Redaction.of(List.of()));
            end(findings, ExitCode.of(findings), "nothing was done");
        }
        return value.orElseThrow();
    }

    /** Tells findings, and fails when an error is among them. */
    final void report(List<Finding> findings, String failure) throws MojoExecutionException, MojoFailureException {
        end(findings, ExitCode.of(findings), failure);
    }

    /**
     * Tells findings, and ends the goal as the command would end.
     *
     * @param failure the one line that Maven repeats
     */
    final void end(Collection<Finding> findings, int exitCode, String failure)
            throws MojoExecutionException, MojoFailureException {
        String told = findings.isEmpty() ? "" : new TextReport(false).print(findings);
        if (exitCode == ExitCode.DONE) {
            told.lines().forEach(getLog()::warn);
            return;
        }
        told.lines().forEach(getLog()::error);
        if (exitCode == ExitCode.FINDINGS) {
            throw new MojoFailureException(failure);
        }
        throw new MojoExecutionException(failure);
    }

    static void checkFormat(String format, List<String> known) throws MojoExecutionException {
        if (!known.contains(format)) {
            throw new MojoExecutionException(
                    "dagster-fleet.format is `" + format + "`; set it to " + Names.choice(known));
        }
    }

    /** Maven splits {@code a, b} at the comma and leaves the blank. */
    static List<String> names(List<String> given) {
        return given.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    }
}
