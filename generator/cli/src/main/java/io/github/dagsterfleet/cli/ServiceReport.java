package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.report.GithubReport;
import io.github.dagsterfleet.finding.report.GithubSummary;
import io.github.dagsterfleet.finding.report.GitlabReport;
import io.github.dagsterfleet.finding.report.SarifReport;
import io.github.dagsterfleet.finding.report.TextReport;
import io.github.dagsterfleet.finding.report.WaivedFinding;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;

/** Findings for the services that run jobs and show what they found. */
final class ServiceReport {
    private final PrintStream out;
    private final PrintStream err;
    private final Surroundings surroundings;
    private final SourcePath place;

    /** @param place where in the checkout the names of files begin */
    ServiceReport(PrintStream out, PrintStream err, Surroundings surroundings, SourcePath place) {
        this.out = out;
        this.err = err;
        this.surroundings = surroundings;
        this.place = place;
    }

    void sarif(Collection<Finding> findings, Collection<WaivedFinding> waived) {
        out.print(new SarifReport(DagsterFleet.version(), place).print(findings, waived));
    }

    /** What belongs to no file has no room in the report, so a person is told. */
    void gitlab(Collection<Finding> findings) {
        out.print(new GitlabReport(place).print(findings));
        List<Finding> ofNoFile = findings.stream()
                .filter(finding -> finding.site().path().isEmpty())
                .toList();
        out.flush();
        err.print(new TextReport(false).print(ofNoFile));
    }

    /** @param summary a line that says what the run came to; empty for a run that never began */
    void github(Collection<Finding> findings, String summary) {
        out.print(new GithubReport(place).print(findings) + summary + (summary.isEmpty() ? "" : "\n"));
        surroundings.stepSummary().ifPresent(file -> {
            try {
                new StepSummary(file)
                        .add(new GithubSummary(place), findings, summary.isEmpty() ? "nothing was done" : summary);
            } catch (IOException refused) {
                out.flush();
                err.print("the summary of the step is missing: GITHUB_STEP_SUMMARY cannot be written\n");
            }
        });
    }
}
