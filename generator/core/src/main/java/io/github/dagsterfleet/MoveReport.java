package io.github.dagsterfleet;

import io.github.dagsterfleet.change.difference.Differences;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.release.DeployOrder;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a promotion or a rollback does, or would do.
 *
 * @param moves one a repo, sorted by name; none where the request made no sense
 * @param differences what that makes different
 * @param run what it makes of the files: of a plan, what would be written
 * @param written whether anything was written
 * @param order in which order the repos are deployed then; empty where that is left to whoever asks for it
 * @param deletions what is typed to delete locations that run in Dagster+ although the environment has them no more
 * @param live what is read from the tree whatever the release, sorted; only what is there
 * @param next what to type next
 */
public record MoveReport(
        List<Move> moves,
        Differences differences,
        RunReport run,
        boolean written,
        Optional<DeployOrder> order,
        List<String> deletions,
        List<SourcePath> live,
        List<String> next) {
    public MoveReport {
        moves = List.copyOf(moves);
        deletions = List.copyOf(deletions);
        live = List.copyOf(live);
        next = List.copyOf(next);
    }

    /** One of nothing but findings. */
    static MoveReport failed(List<Finding> findings) {
        return of(List.of(), Differences.none(""), RunReport.nothingDone(findings));
    }

    /** Nothing moves, as it is there already, or may not. */
    static MoveReport still(List<Move> moves) {
        return of(moves, Differences.none(""), RunReport.nothingDone(List.of()));
    }

    /** @param after the fleet as it would be */
    static MoveReport planned(List<Move> moves, Rehearsal after) {
        return of(moves, after.differences(), after.report().of(repos(moves)));
    }

    /** The same of moves in an environment, which may take locations out of it. */
    static MoveReport planned(List<Move> moves, Rehearsal after, Environment environment) {
        MoveReport report = planned(moves, after);
        return report.isRefused() ? report : report.deleting(after.left(moves, environment));
    }

    private MoveReport deleting(List<String> commands) {
        return new MoveReport(moves, differences, run, written, order, commands, live, next);
    }

    private static MoveReport of(List<Move> moves, Differences differences, RunReport run) {
        List<String> instead = moves.stream()
                .flatMap(move -> move.instead().stream())
                .distinct()
                .toList();
        return new MoveReport(moves, differences, run, false, Optional.empty(), List.of(), List.of(), instead);
    }

    /** The same, deployed in an order. */
    MoveReport in(DeployOrder known) {
        return new MoveReport(moves, differences, run, written, Optional.of(known), deletions, live, next);
    }

    /** The same, with those of these files that are there. */
    MoveReport beside(Collection<SourcePath> files, SourceSet sources) {
        List<SourcePath> there = files.stream().filter(sources::isFile).sorted().toList();
        return new MoveReport(moves, differences, run, written, order, deletions, there, next);
    }

    /** @param commands what to type once it is written */
    MoveReport followedBy(List<String> commands) {
        return !isToBeWritten()
                ? this
                : new MoveReport(moves, differences, run, written, order, deletions, live, commands);
    }

    /** @param wrong what could not be written */
    MoveReport written(Findings wrong) {
        return new MoveReport(moves, differences, run.and(wrong), true, order, deletions, live, next);
    }

    /** Whether there is something to write, and nothing against it. */
    boolean isToBeWritten() {
        return !isRefused() && moves.stream().anyMatch(move -> move.file().isPresent());
    }

    /** The repos that move. */
    static Set<String> repos(Collection<Move> moves) {
        return moves.stream()
                .filter(move -> move.file().isPresent())
                .flatMap(move -> move.subject().repo().stream())
                .collect(Collectors.toSet());
    }

    /** What releases have no say in. */
    static Set<SourcePath> live(Collection<Move> moves) {
        return moves.stream()
                .filter(move -> move.file().isPresent())
                .flatMap(move -> move.subject().live().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public boolean isRefused() {
        return moves.stream().anyMatch(Move::isRefused);
    }

    MoveReport redacted(Redaction redaction) {
        return new MoveReport(
                moves.stream().map(move -> move.redacted(redaction)).toList(),
                differences.redacted(redaction),
                run.redacted(redaction),
                written,
                order.map(known -> known.redacted(redaction)),
                deletions.stream().map(redaction::of).toList(),
                live,
                next.stream().map(redaction::of).toList());
    }

    /** What the process ends with. */
    public int exitCode() {
        int ofRun = run.exitCode();
        return ofRun == ExitCode.DONE && isRefused() ? ExitCode.FINDINGS : ofRun;
    }
}
