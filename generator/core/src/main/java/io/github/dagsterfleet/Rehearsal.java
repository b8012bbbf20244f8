package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangePlan;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.Rollout;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * The whole fleet as it would be after moves. Nothing is written.
 *
 * @param report what a check of it says
 * @param rollouts how each repo would be deployed; sorted by name, only those that could be read
 * @param plans what would be written
 */
record Rehearsal(RunReport report, List<Rollout> rollouts, List<ChangePlan> plans) {
    /** @param inScope the generated files that the moves may change */
    static Rehearsal of(Parts parts, Workers workers, Collection<Move> moves, Predicate<SourcePath> inScope) {
        Previewing preview = new Previewing(inScope);
        FleetRun run = new FleetRun(parts.with(SourceEdits.of(moves)), Request.EVERYTHING, preview, workers);
        RunReport report = run.run();
        return new Rehearsal(ofMoves(report), run.rollouts(), preview.plans());
    }

    /** What another version makes is no matter of these moves: they are made by this one. */
    private static RunReport ofMoves(RunReport report) {
        return report.without(FindingCode.RELEASE_TOOL_CHANGED);
    }
}
