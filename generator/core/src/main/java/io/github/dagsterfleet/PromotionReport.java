package io.github.dagsterfleet;

import io.github.dagsterfleet.change.difference.Differences;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.secret.Redaction;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a promotion does, or would do.
 *
 * @param moves one a repo, sorted by name; none where the request made no sense
 * @param differences what it makes different, where something moves
 * @param run what it makes of the files: of a plan, what would be written
 * @param written whether anything was written
 * @param next what to type next
 */
public record PromotionReport(
        List<Move> moves, Differences differences, RunReport run, boolean written, List<String> next) {
    public PromotionReport {
        moves = List.copyOf(moves);
        next = List.copyOf(next);
    }

    /** One of nothing but findings. */
    static PromotionReport failed(List<Finding> findings) {
        return new PromotionReport(List.of(), Differences.none(""), RunReport.nothingDone(findings), false, List.of());
    }

    /** Nothing moves, as it is there already, or may not. */
    static PromotionReport still(List<Move> moves) {
        return new PromotionReport(moves, Differences.none(""), RunReport.nothingDone(List.of()), false, next(moves));
    }

    /** @param after what a check says of the fleet as it would be */
    static PromotionReport planned(List<Move> moves, RunReport after, Differences differences) {
        Set<String> repos = moves.stream()
                .filter(move -> move.file().isPresent())
                .map(Move::repo)
                .collect(Collectors.toSet());
        RunReport own = after.of(repos);
        return new PromotionReport(moves, differences, own, false, next(moves));
    }

    /** @param run what was written */
    PromotionReport written(RunReport run) {
        List<String> repos = moves.stream()
                .filter(move -> move.file().isPresent())
                .map(Move::repo)
                .toList();
        String names = repos.size() > 3 ? repos.size() + " repos" : String.join(", ", repos);
        return new PromotionReport(
                moves,
                differences,
                run,
                true,
                List.of("git add --all repos && git commit -m \"Promote " + names + " to "
                        + moves.get(0).environment() + "\""));
    }

    private static List<String> next(List<Move> moves) {
        return moves.stream()
                .flatMap(move -> move.instead().stream())
                .distinct()
                .toList();
    }

    public boolean isRefused() {
        return moves.stream().anyMatch(Move::isRefused);
    }

    PromotionReport redacted(Redaction redaction) {
        return new PromotionReport(
                moves.stream().map(move -> move.redacted(redaction)).toList(),
                differences.redacted(redaction),
                run.redacted(redaction),
                written,
                next);
    }

    /** What the process ends with. */
    public int exitCode() {
        int ofRun = run.exitCode();
        return ofRun == ExitCode.DONE && isRefused() ? ExitCode.FINDINGS : ofRun;
    }
}
