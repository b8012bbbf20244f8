package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.PromotionReport;
import io.github.dagsterfleet.RunReport;
import io.github.dagsterfleet.change.difference.DifferenceText;
import io.github.dagsterfleet.finding.report.Links;
import io.github.dagsterfleet.release.Gate;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.text.VisibleText;
import java.util.List;

/** A promotion for a person: what moves, what each gate says, what changes, and what to type next. */
final class PromotionText {
    /** Of more repos only what is refused is shown line by line. */
    private static final int SHOWN_WHOLE = 10;

    private PromotionText() {}

    /** @param links where a click on the name of a file leads */
    static String of(PromotionReport report, Links links) {
        StringBuilder out = new StringBuilder();
        for (Move move : report.moves()) {
            move(move, report.moves().size() <= SHOWN_WHOLE, out);
        }
        if (!report.moves().isEmpty()) {
            changes(report, links, out);
            report.next()
                    .forEach(command ->
                            out.append("next: ").append(VisibleText.of(command)).append('\n'));
        }
        return out.toString();
    }

    private static void move(Move move, boolean whole, StringBuilder out) {
        out.append(VisibleText.of(move.repo()))
                .append(" -> ")
                .append(VisibleText.of(move.environment()))
                .append(move.to()
                        .map(to ->
                                ": " + to.id().shown() + " (" + to.date() + ", " + VisibleText.of(to.subject()) + ")")
                        .orElse(""))
                .append('\n');
        if (move.isDone()) {
            out.append("  nothing to do: ")
                    .append(VisibleText.of(move.environment()))
                    .append(" has all of it since ")
                    .append(move.from().map(from -> from.shown()).orElse("the first release"))
                    .append('\n');
            return;
        }
        for (Gate gate : move.gates()) {
            if (whole || gate.verdict() == Gate.Verdict.REFUSED) {
                out.append("  ")
                        .append(word(gate.verdict()))
                        .append("  ")
                        .append(gate.name())
                        .append(" ".repeat(11 - gate.name().length()))
                        .append(VisibleText.of(gate.words()))
                        .append('\n');
            }
        }
    }

    private static String word(Gate.Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "yes";
            case UNKNOWN -> " ? ";
            case REFUSED -> "NO ";
        };
    }

    private static void changes(PromotionReport report, Links links, StringBuilder out) {
        List<Move> moves = report.moves();
        if (moves.stream().allMatch(Move::isDone)) {
            return;
        }
        RunReport run = report.run();
        if (report.isRefused()) {
            out.append("nothing is written\n");
            return;
        }
        String differences = DifferenceText.groups(report.differences(), links::shown);
        out.append('\n').append(differences.isEmpty() ? "nothing differs\n" : differences);
        String environment = moves.get(0).environment();
        out.append("stays: overlays/")
                .append(environment)
                .append(".yaml and environments/")
                .append(environment)
                .append(".yaml are read as they are now, whatever the release\n");
        out.append(report.written() ? "written: " : "would be written: ")
                .append(run.outcome())
                .append('\n');
    }
}
