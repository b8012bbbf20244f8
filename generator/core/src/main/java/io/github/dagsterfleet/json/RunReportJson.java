package io.github.dagsterfleet.json;

import io.github.dagsterfleet.RunReport;
import io.github.dagsterfleet.change.ChangeKind;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.report.JsonReport;
import io.github.dagsterfleet.finding.report.WaivedFinding;
import io.github.dagsterfleet.release.LiveChange;
import io.github.dagsterfleet.release.LiveLimit;
import io.github.dagsterfleet.release.Unmoved;
import io.github.dagsterfleet.release.Unpromoted;
import io.github.dagsterfleet.rule.policy.Waived;
import io.github.dagsterfleet.rule.policy.Waiver;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run for machines: findings, changes, and counts of everything. */
public final class RunReportJson {
    private RunReportJson() {}

    public static String of(RunReport report) {
        return report(report).text();
    }

    static JsonReport report(RunReport report) {
        Map<String, Integer> summary = counts(report.findings());
        summary.put("waived", report.waived().size());
        summary.put("repos", report.reach().repos());
        for (ChangeKind kind : ChangeKind.values()) {
            summary.put(kind.word(), Math.toIntExact(report.count(kind)));
        }
        JsonReport json = new JsonReport(report.findings())
                .waived(report.waived().stream().map(RunReportJson::waived).toList())
                .changes(report.changes().stream()
                        .map(change -> new JsonReport.Change(
                                change.path().value(), change.kind().word()))
                        .toList());
        unpromoted(report.unpromoted(), json);
        return json.summary(summary);
    }

    /** Told only where there is some: most workspaces have no environment that renders from releases. */
    private static void unpromoted(Unpromoted unpromoted, JsonReport json) {
        if (!unpromoted.byTool().isEmpty()) {
            json.toolChanges(
                    unpromoted.byTool().stream().map(RunReportJson::toolChange).toList());
        }
        if (!unpromoted.live().isEmpty()) {
            json.live(unpromoted.live().stream().map(RunReportJson::liveChange).toList());
        }
    }

    private static JsonReport.ToolChange toolChange(Unmoved change) {
        return new JsonReport.ToolChange(
                change.repo(),
                change.environment(),
                change.pin().release().value(),
                change.made().tool(),
                change.tool(),
                change.files().stream().map(SourcePath::value).toList());
    }

    private static JsonReport.LiveChange liveChange(LiveChange change) {
        return new JsonReport.LiveChange(
                change.environment(), change.repos(), change.limit().map(LiveLimit::repos), change.reason());
    }

    /** What a waiver lets through, as reports have it. */
    public static WaivedFinding waived(Waived waived) {
        Waiver waiver = waived.waiver();
        return new WaivedFinding(
                waived.finding(),
                waiver.reason(),
                waiver.owner(),
                waiver.until().toString());
    }

    /** How many findings there are of each kind. */
    public static Map<String, Integer> counts(Collection<Finding> findings) {
        int errors = Math.toIntExact(findings.stream().filter(Finding::isError).count());
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("errors", errors);
        counts.put("warnings", findings.size() - errors);
        return counts;
    }
}
