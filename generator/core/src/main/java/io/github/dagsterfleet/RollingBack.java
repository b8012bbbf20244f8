package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.release.Dependants;
import io.github.dagsterfleet.release.DeployOrder;
import io.github.dagsterfleet.release.Gate;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.Pins;
import io.github.dagsterfleet.release.Purpose;
import io.github.dagsterfleet.release.Rollback;
import io.github.dagsterfleet.release.Rollout;
import io.github.dagsterfleet.release.Standing;
import io.github.dagsterfleet.release.Subject;
import io.github.dagsterfleet.release.WayBack;
import io.github.dagsterfleet.source.git.Commit;
import io.github.dagsterfleet.source.git.CommitId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out which repos a rollback means, to which release each of them goes back, and what that comes to. Writes nothing. */
final class RollingBack {
    private final Parts parts;
    private final Workers workers;
    private final RollbackRequest request;
    private final Findings findings = new Findings();

    RollingBack(Parts parts, Workers workers, RollbackRequest request) {
        this.parts = parts;
        this.workers = workers;
        this.request = request;
    }

    MovePlan plan() {
        Optional<AskedRepos> asked = AskedRepos.of(parts, request.which(), findings)
                .filter(known -> known.has(request.alongWith(), findings));
        if (asked.isEmpty()) {
            return MovePlan.failed(findings);
        }
        try {
            Pins pins = parts.pins(asked.get().workspace()).orElseThrow();
            Standing standing = Standing.of(parts.history().repository());
            List<WayBack> back = waysBack(asked.get(), pins, standing);
            return findings.hasErrors() ? MovePlan.failed(findings) : judged(asked.get(), pins, standing, back);
        } catch (IOException noHistory) {
            return MovePlan.of(MoveReport.failed(List.of(Promoting.withoutHistory("rolled back", noHistory))));
        }
    }

    private List<WayBack> waysBack(AskedRepos asked, Pins pins, Standing standing) throws IOException {
        Collection<String> names = asked.names();
        TargetResolver tree = new TargetResolver(asked.workspace(), parts.shapes(), new Fold());
        Rollback rollback = new Rollback(
                pins, standing, parts.sources(), parts.shapes(), tree.ofOneRepo(), parts.toolVersion(), parts.today());
        String environment = request.which().environment();
        List<WayBack> ways = new ArrayList<>();
        boolean ofRing = request.which().isBuild() && request.which().ring().isPresent();
        boolean last = ofRing && request.wish().to().isEmpty();
        for (String name : last ? rollback.ofNewestBuild(names) : names) {
            rollback.plan(name, environment, request.wish(), List.of(), findings)
                    .ifPresent(ways::add);
        }
        List<CommitId> notAfter = ways.stream()
                .flatMap(way -> way.move().to().stream())
                .map(Commit::id)
                .distinct()
                .toList();
        for (String name : notAfter.isEmpty() ? List.<String>of() : request.with()) {
            if (!names.contains(name)) {
                rollback.plan(name, environment, request.wish(), notAfter, findings)
                        .ifPresent(ways::add);
            }
        }
        ways.sort(Comparator.comparing(way -> way.move().name()));
        return ways;
    }

    private MovePlan judged(AskedRepos asked, Pins pins, Standing standing, List<WayBack> ways) throws IOException {
        List<Move> moves = ways.stream().map(WayBack::move).toList();
        Set<String> moving = MoveReport.repos(moves);
        if (moving.isEmpty() || moves.stream().anyMatch(Move::isRefused)) {
            return MovePlan.of(MoveReport.still(moves));
        }
        Fleet fleet = asked.workspace().fleet();
        if (request.which().isBuild()) {
            return new BuildJudgement(parts, workers, fleet).of(moves, "Roll back", "in");
        }
        Environment environment = fleet.environment(request.which().environment());
        // Nothing but what runs in the environment: whatever else may be wrong or out of date, this cannot wait for it.
        List<Subject> subjects = moves.stream()
                .filter(move -> move.file().isPresent())
                .map(Move::subject)
                .toList();
        Rehearsal after = Rehearsal.of(
                parts,
                workers,
                fleet,
                moves,
                Rehearsal.filesOf(subjects, environment.name().text()));
        FleetGates gates = new FleetGates(after);
        Dependants dependants = new Dependants(
                pins,
                standing,
                asked.repos(),
                after.rollouts().stream().map(Rollout::repo).toList());
        List<Move> judged = new ArrayList<>();
        for (WayBack way : ways) {
            Move move = gates.judge(way.move());
            judged.add(move.file().isPresent() ? relied(way.with(move), dependants, moving) : move);
        }
        MoveReport report = MoveReport.planned(judged, after, environment);
        if (report.isRefused()) {
            return MovePlan.of(report);
        }
        DeployOrder order =
                DeployOrder.of(fleet, environment, Purpose.ROLLBACK, running(after.rollouts(), report.moves()));
        String commit =
                CommitCommand.of("Roll back", moves, "in " + environment.name().text(), report.run());
        return new MovePlan(report.in(order.of(moving)).followedBy(List.of(commit)), after.plans());
    }

    /** With the images that ran with the releases gone back to, as far as they were recorded. */
    private static List<Rollout> running(List<Rollout> rollouts, List<Move> moves) {
        Map<String, Move> byRepo = new HashMap<>();
        moves.forEach(move -> byRepo.put(move.name(), move));
        return rollouts.stream()
                .map(rollout -> Optional.ofNullable(byRepo.get(rollout.repo().repo()))
                        .flatMap(move -> move.image().map(image -> rollout.running(move.environment(), image)))
                        .orElse(rollout))
                .toList();
    }

    private Move relied(WayBack way, Dependants dependants, Set<String> moving) throws IOException {
        Set<String> newer = dependants.of(way, moving);
        if (newer.isEmpty()) {
            return way.move()
                    .and(List.of(Gate.passed(Gate.Kind.DEPENDANTS, "nothing newer relies on what is left behind")));
        }
        String names = "`" + String.join("`, `", newer) + "`";
        return way.move()
                .and(List.of(Gate.refused(
                        Gate.Kind.DEPENDANTS,
                        names + (newer.size() == 1 ? " relies" : " rely") + " on it, with a newer release")))
                .insteadOf(Optional.of(request.command(newer)));
    }
}
