package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.release.Leftovers;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.Pins;
import io.github.dagsterfleet.release.Retirement;
import io.github.dagsterfleet.release.Rollout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds out what leaves an environment, what needs it there, and what is to be deleted in Dagster+. Writes nothing. */
final class Retiring {
    private final Parts parts;
    private final Workers workers;
    private final RetireRequest request;
    private final Findings findings = new Findings();

    Retiring(Parts parts, Workers workers, RetireRequest request) {
        this.parts = parts;
        this.workers = workers;
        this.request = request;
    }

    MovePlan plan() {
        Optional<AskedRepos> asked = AskedRepos.of(parts, ReleasedRepos.in(request.environment()), findings);
        if (asked.isEmpty()) {
            return MovePlan.failed(findings);
        }
        List<Move> moves = moves(asked.get().workspace(), asked.get().repos());
        return findings.hasErrors()
                ? MovePlan.failed(findings)
                : judged(asked.get().workspace(), moves);
    }

    private List<Move> moves(Workspace workspace, RepoReader repos) {
        Pins pins = parts.pins(workspace).orElseThrow();
        TargetResolver tree = new TargetResolver(workspace, parts.shapes(), new Fold());
        Retirement retirement =
                new Retirement(pins, parts.history(), parts.lost(pins), repos, tree.ofOneRepo(), parts.today());
        List<Move> moves = new ArrayList<>();
        for (String repo : new TreeSet<>(request.repos())) {
            retirement
                    .plan(repo, request.environment(), request.wish(), findings)
                    .ifPresent(moves::add);
        }
        return moves;
    }

    private MovePlan judged(Workspace workspace, List<Move> moves) {
        if (MoveReport.repos(moves).isEmpty()) {
            return MovePlan.of(MoveReport.still(moves));
        }
        Rehearsal after = Rehearsal.of(
                parts,
                workers,
                workspace.fleet(),
                moves,
                Rehearsal.filesOf(moves.stream().map(Move::subject).toList(), request.environment()));
        List<RepoOutline> others = after.rollouts().stream().map(Rollout::repo).toList();
        FleetGates gates = new FleetGates(after);
        List<Move> judged = moves.stream()
                .map(move -> Leftovers.judge(gates.judge(move), others))
                .toList();
        Environment environment = workspace.fleet().environment(request.environment());
        MoveReport report = MoveReport.planned(judged, after, environment);
        String commit = CommitCommand.of(done(), moves, "in " + request.environment(), report.run());
        return new MovePlan(report.followedBy(List.of(commit)), after.plans());
    }

    /** As the subject of a commit begins. */
    private String done() {
        Retirement.Wish wish = request.wish();
        return (wish.back() ? "Bring back" : "Retire")
                + wish.location().map(name -> " " + name + " of").orElse("");
    }
}
