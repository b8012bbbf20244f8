package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.DiffReport;
import io.github.dagsterfleet.ExitCode;
import io.github.dagsterfleet.MoveReport;
import io.github.dagsterfleet.MoveText;
import io.github.dagsterfleet.RunReport;
import io.github.dagsterfleet.Validation;
import io.github.dagsterfleet.change.difference.DifferenceMarkdown;
import io.github.dagsterfleet.change.difference.DifferenceText;
import io.github.dagsterfleet.change.difference.Differences;
import io.github.dagsterfleet.env.EnvApply;
import io.github.dagsterfleet.env.EnvCheck;
import io.github.dagsterfleet.env.EnvPlan;
import io.github.dagsterfleet.env.EnvText;
import io.github.dagsterfleet.explain.Explanation;
import io.github.dagsterfleet.explain.ExplanationJson;
import io.github.dagsterfleet.explain.ExplanationText;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.FindingPages;
import io.github.dagsterfleet.finding.report.Links;
import io.github.dagsterfleet.finding.report.TextReport;
import io.github.dagsterfleet.finding.report.WaivedFinding;
import io.github.dagsterfleet.json.DifferenceJson;
import io.github.dagsterfleet.json.MoveJson;
import io.github.dagsterfleet.json.RunReportJson;
import io.github.dagsterfleet.release.DeployOrder;
import io.github.dagsterfleet.release.OrderDocument;
import io.github.dagsterfleet.release.OrderMermaid;
import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.source.Checkout;
import io.github.dagsterfleet.text.SourcePath;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Prints what came of a verb, in the format asked for, and returns the exit code. */
final class Screen {
    private final PrintStream out;
    private final PrintStream err;
    private final Format format;
    private final boolean plain;
    private final Surroundings surroundings;
    private final Optional<Path> folder;

    Screen(PrintStream out, PrintStream err, Arguments arguments, Surroundings surroundings) {
        this(out, err, arguments.format(), arguments.has(Option.NO_COLOR), surroundings, Optional.empty());
    }

    private Screen(
            PrintStream out,
            PrintStream err,
            Format format,
            boolean plain,
            Surroundings surroundings,
            Optional<Path> folder) {
        this.out = out;
        this.err = err;
        this.format = format;
        this.plain = plain;
        this.surroundings = surroundings;
        this.folder = folder;
    }

    /** The same, told that the names of files begin at this folder. */
    Screen at(Path where) {
        return new Screen(out, err, format, plain, surroundings, Optional.of(where));
    }

    ProgressLine progress() {
        return new ProgressLine(err, surroundings.terminal() && format == Format.TEXT, System::nanoTime);
    }

    /** How the command is used. */
    int page(String page) {
        return document(isJson() ? PageJson.page(page) : page);
    }

    /** What a finding means. */
    int page(FindingCode code) {
        return document(isJson() ? PageJson.page(code) : FindingPages.page(code));
    }

    int version(String version) {
        return document(isJson() ? PageJson.version(version) : "dagster-fleet " + version + "\n");
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
    int refuse(Collection<Finding> refused) {
        // Somebody may have typed a secret, and what was typed has not been through the façade.
        Redaction redaction = Redaction.of(List.of());
        List<Finding> findings =
                refused.stream().map(finding -> finding.redacted(redaction)).toList();
        print(findings, "", () -> person("", findings, findings), () -> RunJson.of(findings));
        return ExitCode.of(findings);
    }

    int explained(Explanation explanation) {
        out.print(isJson() ? ExplanationJson.print(explanation) : ExplanationText.print(explanation));
        return ExitCode.DONE;
    }

    /** @param text how a person is told */
    int ordered(DeployOrder order, Function<DeployOrder, String> text) {
        return document(
                switch (format) {
                    case JSON -> OrderDocument.print(order);
                    case MERMAID -> OrderMermaid.print(order);
                    default -> text.apply(order);
                });
    }

    /** A question to a person, who answers on the same line. */
    void ask(String question) {
        err.print(question);
        err.flush();
    }

    /** A file that holds what would have been printed. */
    int written(String file) {
        return page("wrote " + file + "\n");
    }

    int compared(EnvCheck check) {
        print(
                check.findings(),
                check.summary(),
                () -> person(check.summary() + "\n", check.findings(), check.findings()),
                () -> RunJson.of(check));
        return ExitCode.of(check.findings());
    }

    /** What is about to be sent, which a person reads before it is. */
    void planned(EnvPlan plan) {
        if (!isJson()) {
            out.print(EnvText.plan(plan));
            out.flush();
        }
    }

    int applied(EnvApply apply) {
        print(
                apply.findings(),
                "",
                () -> person(EnvText.applied(apply), apply.findings(), apply.findings()),
                () -> RunJson.of(apply));
        return ExitCode.of(apply.findings());
    }

    int generated(RunReport report) {
        return print(report, () -> RunText.generated(report), report.findings());
    }

    int checked(RunReport report) {
        return print(report, () -> RunText.checked(report), RunText.withoutEachDrift(report));
    }

    int judged(RunReport report) {
        boolean done = report.exitCode() != ExitCode.WRONG_USAGE;
        Collection<Finding> findings = report.findings();
        print(
                findings,
                waived(report),
                done ? RunText.judged(report) : "",
                () -> person(done ? RunText.judged(report) + "\n" : "", findings, findings),
                () -> RunReportJson.of(report));
        return report.exitCode();
    }

    int differed(DiffReport report) {
        Collection<Finding> findings = report.findings();
        Optional<Differences> differences = report.differences();
        if (format == Format.MARKDOWN) {
            person(differences.map(DifferenceMarkdown::print).orElse(""), findings, findings);
        } else {
            print(
                    findings,
                    "",
                    () -> person(
                            differences
                                    .map(known -> DifferenceText.print(known, links()::shown))
                                    .orElse(""),
                            findings,
                            findings),
                    () -> DifferenceJson.of(report));
        }
        return report.exitCode();
    }

    int moved(MoveReport report) {
        Collection<Finding> findings = report.run().findings();
        print(
                findings,
                "",
                () -> person(MoveText.of(report, links()::shown), findings, findings),
                () -> MoveJson.of(report));
        return report.exitCode();
    }

    int published(RunReport report) {
        return print(report, () -> RunText.published(report), report.findings());
    }

    /** @param told what a person is told instead of each finding */
    private int print(RunReport report, Supplier<String> text, Collection<Finding> told) {
        boolean done = report.exitCode() != ExitCode.WRONG_USAGE;
        print(
                report.findings(),
                waived(report),
                done ? report.summary() : "",
                () -> person(done ? text.get() : "", told, report.findings()),
                () -> RunReportJson.of(report));
        return report.exitCode();
    }

    int validated(Validation validation) {
        boolean done = validation.exitCode() != ExitCode.WRONG_USAGE;
        Collection<Finding> findings = validation.findings();
        print(
                findings,
                done ? validation.summary() : "",
                () -> person(done ? RunText.validated(validation) : "", findings, findings),
                () -> RunJson.of(validation));
        return validation.exitCode();
    }

    private static List<WaivedFinding> waived(RunReport report) {
        return report.waived().stream().map(RunReportJson::waived).toList();
    }

    private void print(Collection<Finding> findings, String summary, Runnable person, Supplier<String> json) {
        print(findings, List.of(), summary, person, json);
    }

    /**
     * @param summary one line, without its end; empty for a run that never began
     * @param json the whole document
     */
    private void print(
            Collection<Finding> findings,
            List<WaivedFinding> waived,
            String summary,
            Runnable person,
            Supplier<String> json) {
        switch (format) {
            case TEXT, MERMAID, MARKDOWN -> person.run();
            case JSON -> out.print(json.get());
            case SARIF -> service().sarif(findings, waived);
            case GITHUB -> service().github(findings, summary);
            case GITLAB -> service().gitlab(findings);
        }
    }

    /** @param counted what the last line counts */
    private void person(String text, Collection<Finding> findings, Collection<Finding> counted) {
        out.print(text);
        out.flush();
        err.print(new TextReport(surroundings.colour() && !plain, links()).print(findings, counted));
    }

    /** Whether what is printed is for a machine, which nobody interrupts with questions. */
    boolean isForMachines() {
        return format != Format.TEXT;
    }

    private boolean isJson() {
        return format == Format.JSON;
    }

    private ServiceReport service() {
        return new ServiceReport(
                out, err, surroundings, folder.map(Checkout::placeOf).orElse(SourcePath.ROOT));
    }

    private Links links() {
        return surroundings.links() && !plain
                ? file ->
                        folder.map(where -> where.resolve(file.value()).toUri().toString())
                : Links.NONE;
    }
}
