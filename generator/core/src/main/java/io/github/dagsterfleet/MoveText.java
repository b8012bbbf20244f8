package io.github.dagsterfleet;

import io.github.dagsterfleet.change.difference.DifferenceText;
import io.github.dagsterfleet.release.Gate;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.OrderText;
import io.github.dagsterfleet.release.Subject;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.Span;
import io.github.dagsterfleet.text.VisibleText;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Moves for a person: what moves, what each gate says, what changes, and what to type next. */
public final class MoveText {
    /** Of more repos only what is refused is shown line by line. */
    private static final int SHOWN_WHOLE = 10;

    /** So many files are named. */
    private static final int NAMED = 3;

    private MoveText() {}

    /** @param shown how a place in a file is shown */
    public static String of(MoveReport report, Function<Span, String> shown) {
        StringBuilder out = new StringBuilder();
        for (Move move : report.moves()) {
            move(move, report.moves().size() <= SHOWN_WHOLE, out);
        }
        if (!report.moves().isEmpty()) {
            changes(report, shown, out);
            report.order()
                    .ifPresent(order ->
                            out.append('\n').append(OrderText.printAll(order)).append('\n'));
            deletions(report, out);
            report.next()
                    .forEach(command ->
                            out.append("next: ").append(VisibleText.of(command)).append('\n'));
        }
        return out.toString();
    }

    private static void move(Move move, boolean whole, StringBuilder out) {
        out.append(VisibleText.of(move.name()))
                .append(move.isLeaving() ? " leaves " : " -> ")
                .append(VisibleText.of(move.environment()))
                .append(move.to()
                        .map(to ->
                                ": " + to.id().shown() + " (" + to.date() + ", " + VisibleText.of(to.subject()) + ")")
                        .orElse(""))
                .append('\n');
        if (move.isDone()) {
            out.append("  nothing to do")
                    .append(move.from()
                            .map(from -> ": " + there(move) + " all of it since " + from.shown())
                            .orElse(""))
                    .append('\n');
            return;
        }
        for (Gate gate : move.gates()) {
            if (whole || gate.verdict() == Gate.Verdict.REFUSED) {
                out.append("  ")
                        .append(word(gate.verdict()))
                        .append("  ")
                        .append(gate.name())
                        .append(" ".repeat(12 - gate.name().length()))
                        .append(VisibleText.of(gate.words()))
                        .append('\n');
            }
        }
    }

    private static String there(Move move) {
        return VisibleText.of(
                move.subject() instanceof Subject.OfBuild ? move.name() + " builds with" : move.environment() + " has");
    }

    private static String word(Gate.Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "yes";
            case UNKNOWN -> " ? ";
            case REFUSED -> "NO ";
        };
    }

    private static void changes(MoveReport report, Function<Span, String> shown, StringBuilder out) {
        List<Move> moves = report.moves();
        if (moves.stream().allMatch(Move::isDone)) {
            return;
        }
        if (report.isRefused()) {
            out.append("nothing is written\n");
            return;
        }
        String differences = DifferenceText.groups(report.differences(), shown);
        out.append('\n').append(differences.isEmpty() ? "nothing differs\n" : differences);
        live(report, out);
        out.append(report.written() ? "written: " : "would be written: ")
                .append(files(report))
                .append('\n');
    }

    private static void deletions(MoveReport report, StringBuilder out) {
        if (!report.deletions().isEmpty()) {
            out.append("what leaves keeps running in Dagster+ until it is deleted there:\n");
            report.deletions()
                    .forEach(command ->
                            out.append("  ").append(VisibleText.of(command)).append('\n'));
        }
    }

    private static void live(MoveReport report, StringBuilder out) {
        List<SourcePath> live = report.live();
        if (!live.isEmpty()) {
            int more = live.size() - NAMED;
            out.append("stays: ")
                    .append(live.stream()
                            .limit(NAMED)
                            .map(file -> VisibleText.of(file.value()))
                            .collect(Collectors.joining(", ")))
                    .append(more > 0 ? " and " + more + " more" : "")
                    .append(live.size() == 1 ? " is read as it is now" : " are read as they are now")
                    .append(", whatever the release\n");
        }
    }

    /** {@code 2 release files, 1 overlay, 4 updated}. */
    private static String files(MoveReport report) {
        long releases =
                report.moves().stream().filter(move -> move.file().isPresent()).count();
        long overlays = report.moves().stream()
                .filter(move -> move.overlay().isPresent())
                .count();
        return counted(releases, "release file")
                + (overlays == 0 ? "" : ", " + counted(overlays, "overlay"))
                + (report.run().changes().isEmpty() ? "" : ", " + report.run().outcome());
    }

    private static String counted(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
