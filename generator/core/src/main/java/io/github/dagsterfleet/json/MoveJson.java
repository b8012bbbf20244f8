package io.github.dagsterfleet.json;

import io.github.dagsterfleet.MoveReport;
import io.github.dagsterfleet.finding.report.JsonReport;
import io.github.dagsterfleet.release.Gate;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.source.git.Commit;
import io.github.dagsterfleet.source.git.CommitId;

/** Moves for machines. */
public final class MoveJson {
    private MoveJson() {}

    private static JsonReport.Move move(Move move) {
        return new JsonReport.Move(
                move.name(),
                move.environment(),
                move.from().map(CommitId::value),
                move.to().map(Commit::id).map(CommitId::value),
                move.image(),
                move.isDone() ? "unchanged" : move.isRefused() ? "refused" : "moved",
                move.gates().stream()
                        .map(gate -> new JsonReport.Answer(gate.name(), verdict(gate), gate.words()))
                        .toList());
    }

    private static String verdict(Gate gate) {
        return switch (gate.verdict()) {
            case PASSED -> "passed";
            case UNKNOWN -> "unknown";
            case REFUSED -> "refused";
        };
    }

    public static String of(MoveReport report) {
        return RunReportJson.report(report.run())
                .differences(DifferenceJson.all(report.differences()))
                .moves(report.moves().stream().map(MoveJson::move).toList())
                .texts("deletions", report.deletions())
                .text();
    }
}
