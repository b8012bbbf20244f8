package io.github.dagsterfleet;

import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.release.Move;
import java.util.List;

/** Has the whole fleet say what it thinks of moves of what repos build with. Writes nothing. */
record BuildJudgement(Parts parts, Workers workers, Fleet fleet) {
    /**
     * @param verb the first word of the commit: {@code Promote}
     * @param preposition what stands before the place in it: {@code to}
     */
    MovePlan of(List<Move> moves, String verb, String preposition) {
        if (moves.stream().allMatch(move -> move.file().isEmpty())) {
            return MovePlan.of(MoveReport.still(moves));
        }
        Rehearsal after = Rehearsal.of(parts, workers, fleet, moves, Concern.filesOf(MoveReport.repos(moves)));
        FleetGates gates = new FleetGates(after);
        List<Move> judged = moves.stream()
                .map(gates::judge)
                .map(move -> move.and(gates.upToDate(move)))
                .toList();
        MoveReport report = MoveReport.planned(judged, after);
        String commit = CommitCommand.of(verb, moves, preposition + " " + Workspace.ALL, report.run());
        return new MovePlan(
                report.beside(MoveReport.live(moves), parts.sources()).followedBy(List.of(commit)), after.plans());
    }
}
