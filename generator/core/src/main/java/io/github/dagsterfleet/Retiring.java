package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.release.Dependants;
import io.github.dagsterfleet.release.Gate;
import io.github.dagsterfleet.release.Leaving;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.Pins;
import io.github.dagsterfleet.release.Retirement;
import io.github.dagsterfleet.release.Rollout;
import io.github.dagsterfleet.release.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        WorkspaceReader reader = parts.workspaceReader();
        Optional<Workspace> workspace = reader.read(findings);
        RepoReader repos = reader.repos();
        workspace.ifPresent(known -> ReleasedRepos.in(request.environment()).names(known.fleet(), repos, findings));
        if (workspace.isEmpty() || findings.hasErrors()) {
            return MovePlan.failed(findings);
        }
        List<Leaving> leaving = leaving(workspace.get(), repos);
        return findings.hasErrors() ? MovePlan.failed(findings) : judged(workspace.get(), leaving);
    }

    private List<Leaving> leaving(Workspace workspace, RepoReader repos) {
        Pins pins = parts.pins(workspace).orElseThrow();
        TargetResolver tree = new TargetResolver(workspace, parts.shapes(), new Fold());
        Retirement retirement = new Retirement(pins, parts.history(), parts.lost(pins), repos, tree.ofOneRepo());
        List<Leaving> leaving = new ArrayList<>();
        for (String repo : new TreeSet<>(request.repos())) {
            retirement
                    .plan(repo, request.environment(), request.wish(), findings)
                    .ifPresent(leaving::add);
        }
        return leaving;
    }

    private MovePlan judged(Workspace workspace, List<Leaving> leaving) {
        List<Move> moves = leaving.stream().map(Leaving::move).toList();
        if (MoveReport.repos(moves).isEmpty()) {
            return MovePlan.of(MoveReport.still(moves));
        }
        Rehearsal after = Rehearsal.of(
                parts,
                workers,
                moves,
                Rehearsal.filesOf(moves.stream().map(Move::subject).toList(), request.environment()));
        List<RepoOutline> others = after.rollouts().stream().map(Rollout::repo).toList();
        FleetGates gates = new FleetGates(after);
        List<Move> judged = leaving.stream()
                .map(one -> gates.judge(one.move()).and(List.of(needed(one, others))))
                .toList();
        MoveReport report = MoveReport.planned(judged, after);
        return new MovePlan(report.followedBy(next(workspace, leaving, report, others)), after.plans());
    }

    /** What needs a location that another repo has from now on is served by that one. */
    private Gate needed(Leaving leaving, List<RepoOutline> others) {
        Set<String> needing = Dependants.needing(others, nowhere(leaving.gone(), others), request.environment());
        return needing.isEmpty()
                ? Gate.passed(Gate.Kind.DEPENDANTS, "nothing in `" + request.environment() + "` needs it")
                : Gate.refused(
                        Gate.Kind.DEPENDANTS,
                        "`" + String.join("`, `", needing) + "` " + (needing.size() == 1 ? "needs" : "need") + " it");
    }

    /** Those of these locations that no repo has in the environment from now on: a folder may have got another name. */
    private List<String> nowhere(List<String> locations, List<RepoOutline> repos) {
        Set<String> there = new TreeSet<>();
        repos.forEach(repo -> repo.locations().forEach((name, environments) -> {
            if (environments.contains(request.environment())) {
                there.add(name.text());
            }
        }));
        return locations.stream().filter(name -> !there.contains(name)).toList();
    }

    private List<String> next(Workspace workspace, List<Leaving> leaving, MoveReport report, List<RepoOutline> others) {
        List<String> gone = leaving.stream().flatMap(one -> one.gone().stream()).toList();
        List<String> next = new ArrayList<>();
        next.add(CommitCommand.of("Retire", report.moves(), "in " + request.environment(), report.run()));
        next.addAll(Sessions.removal(
                        nowhere(gone, others),
                        workspace
                                .fleet()
                                .environment(request.environment())
                                .deployment()
                                .text())
                .commands());
        return next;
    }
}
