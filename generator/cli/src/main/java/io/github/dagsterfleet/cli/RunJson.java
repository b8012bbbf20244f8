package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.Validation;
import io.github.dagsterfleet.env.EnvApply;
import io.github.dagsterfleet.env.EnvCheck;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.report.JsonReport;
import io.github.dagsterfleet.json.RunReportJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What verbs say that are no run over the fleet, for machines. */
final class RunJson {
    private RunJson() {}

    /** Nothing changes by it. */
    static String of(Validation validation) {
        Map<String, Integer> summary = RunReportJson.counts(validation.findings());
        summary.put("files", validation.files());
        JsonReport report = new JsonReport(validation.findings());
        if (!validation.fixed().isEmpty()) {
            summary.put("fixed", validation.fixed().size());
            report.fixed(validation.fixed().stream()
                    .map(fixed -> new JsonReport.Done(
                            fixed.place(), fixed.finding(), fixed.help().sentence()))
                    .toList());
        }
        return report.summary(summary).text();
    }

    /** What is promised beside what exists. */
    static String of(EnvCheck check) {
        Map<String, Integer> summary = RunReportJson.counts(check.findings());
        summary.put("there", check.there());
        summary.put("missing", check.missing());
        summary.put("wrong-scope", check.elsewhere());
        summary.put("unseen", check.unseen().size());
        return new JsonReport(check.findings()).summary(summary).text();
    }

    /** Each step, and whether it is done. */
    static String of(EnvApply apply) {
        Map<String, Integer> summary = RunReportJson.counts(apply.findings());
        summary.put("done", apply.done().size());
        summary.put("undone", apply.undone().size());
        return new JsonReport(apply.findings())
                .variables(apply.plan().steps().stream()
                        .map(step -> new JsonReport.Variable(
                                step.name(),
                                step.locations(),
                                step.word(),
                                apply.done().contains(step)))
                        .toList())
                .summary(summary)
                .text();
    }

    /** A run that never began. */
    static String of(Collection<Finding> findings) {
        return new JsonReport(findings)
                .changes(List.of())
                .summary(RunReportJson.counts(findings))
                .text();
    }
}
