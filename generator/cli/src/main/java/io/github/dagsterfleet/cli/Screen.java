package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.ExitCode;
import io.github.dagsterfleet.RunReport;
import io.github.dagsterfleet.Validation;
import io.github.dagsterfleet.explain.Explanation;
import io.github.dagsterfleet.explain.ExplanationJson;
import io.github.dagsterfleet.explain.ExplanationText;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.FindingPages;
import io.github.dagsterfleet.finding.TextReport;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;

/** Prints what came of a verb and returns the exit code: text on both streams, or one JSON document on one. */
final class Screen {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;
    private final boolean terminal;
    private final TextReport text;

    Screen(PrintStream out, PrintStream err, Arguments arguments, Surroundings surroundings) {
        this.out = out;
        this.err = err;
        this.json = arguments.wantsJson();
        this.terminal = surroundings.terminal();
        this.text = new TextReport(terminal && surroundings.colour() && !arguments.has(Option.NO_COLOR));
    }

    ProgressLine progress() {
        return new ProgressLine(err, terminal && !json, System::nanoTime);
    }

    /** How the command is used. */
    int page(String page) {
        return document(json ? PageJson.page(page) : page);
    }

    /** What a finding means. */
    int page(FindingCode code) {
        return document(json ? PageJson.page(code) : FindingPages.page(code));
    }

    int version(String version) {
        return document(json ? PageJson.version(version) : "dagster-fleet " + version + "\n");
    }

    /** A text that is the whole answer. */
    int document(String text) {
        out.print(text);
        return ExitCode.DONE;
    }

    int refuse(Finding finding) {
        return refuse(List.of(finding));
    }

    /** Nothing but findings. */
    int refuse(Collection<Finding> findings) {
        if (json) {
            out.print(RunJson.of(findings));
        } else {
            tell(findings);
        }
        return ExitCode.of(findings);
    }

    int explained(Explanation explanation) {
        out.print(json ? ExplanationJson.print(explanation) : ExplanationText.print(explanation));
        return ExitCode.DONE;
    }

    int generated(RunReport report) {
        return print(report, RunText.generated(report), report.findings());
    }

    int checked(RunReport report) {
        return print(report, RunText.checked(report), RunText.withoutEachDrift(report));
    }

    int judged(RunReport report) {
        return print(report, RunText.judged(report), report.findings());
    }

    int published(RunReport report) {
        return print(report, RunText.published(report), report.findings());
    }

    int validated(Validation validation) {
        if (json) {
            out.print(RunJson.of(validation));
        } else {
            out.print(validation.exitCode() == ExitCode.WRONG_USAGE ? "" : validation.summary() + "\n");
            tell(validation.findings());
        }
        return validation.exitCode();
    }

    private int print(RunReport report, String summary, Collection<Finding> findings) {
        if (json) {
            out.print(RunJson.of(report));
        } else {
            out.print(report.exitCode() == ExitCode.WRONG_USAGE ? "" : summary);
            tell(findings);
        }
        return report.exitCode();
    }

    private void tell(Collection<Finding> findings) {
        out.flush();
        err.print(text.print(findings));
    }
}
