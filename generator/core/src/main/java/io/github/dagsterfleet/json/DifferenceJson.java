package io.github.dagsterfleet.json;

import io.github.dagsterfleet.DiffReport;
import io.github.dagsterfleet.change.difference.Differences;
import io.github.dagsterfleet.change.difference.Group;
import io.github.dagsterfleet.change.difference.Variant;
import io.github.dagsterfleet.finding.report.JsonReport;
import java.util.List;
import java.util.Map;

/** Differences for machines: every repo by its name. */
public final class DifferenceJson {
    private DifferenceJson() {}

    public static String of(DiffReport report) {
        Map<String, Integer> summary = RunReportJson.counts(report.findings());
        Differences differences = report.differences().orElseGet(() -> Differences.none(""));
        summary.put("repos", differences.repos());
        summary.put("not-compared", differences.untold());
        differences.byEnvironment().forEach((environment, repos) -> summary.put("repos-in-" + environment, repos));
        return new JsonReport(report.findings())
                .differences(all(differences))
                .summary(summary)
                .text();
    }

    static List<JsonReport.Difference> all(Differences differences) {
        return differences.groups().stream().map(DifferenceJson::one).toList();
    }

    private static JsonReport.Difference one(Group group) {
        return new JsonReport.Difference(
                group.category().heading(),
                Character.toString(group.sign().mark()),
                group.subject(),
                group.cause(),
                group.environments(),
                group.repos(),
                group.variants().stream()
                        .filter(variant -> !variant.detail().isNone())
                        .map(DifferenceJson::value)
                        .toList());
    }

    private static JsonReport.Value value(Variant variant) {
        return new JsonReport.Value(
                variant.detail().before(),
                variant.detail().after(),
                variant.detail().lines().map(lines -> new JsonReport.LineCounts(lines.added(), lines.removed())),
                variant.repos());
    }
}
