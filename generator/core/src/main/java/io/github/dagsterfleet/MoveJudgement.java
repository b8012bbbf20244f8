package io.github.dagsterfleet;

import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Has the whole fleet say what it thinks of moves of repos whose files are up to date. Writes nothing. */
record MoveJudgement(Parts parts, Workers workers) {
    /**
     * @param verb the first word of the commit: {@code Promote}
     * @param where its last words: {@code to prod}
     * @param environment the place they move in
     */
    MovePlan of(List<Move> moves, String verb, String where, String environment) {
        if (moves.stream().allMatch(move -> move.file().isEmpty())) {
            return MovePlan.of(MoveReport.still(moves));
        }
        Predicate<SourcePath> theirs = Concern.filesOf(MoveReport.repos(moves));
        Rehearsal after = Rehearsal.of(
                parts,
                workers,
                moves,
                file -> theirs.test(file) || file.isBelow(Workspace.GENERATED.resolve(environment)));
        FleetGates gates = new FleetGates(after);
        List<Move> judged = moves.stream()
                .map(gates::judge)
                .map(move -> move.and(gates.upToDate(move)))
                .toList();
        MoveReport report = MoveReport.planned(judged, after);
        String commit = CommitCommand.of(verb, moves, where, report.run());
        return new MovePlan(report.beside(live(moves), parts.sources()).followedBy(List.of(commit)), after.plans());
    }

    /** What a release has no say in. */
    private static Set<SourcePath> live(List<Move> moves) {
        Set<SourcePath> live = new TreeSet<>();
        moves.forEach(move -> live.addAll(move.subject().live()));
        return live;
    }
}
