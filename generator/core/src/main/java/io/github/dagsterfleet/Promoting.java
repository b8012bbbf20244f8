package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.release.Gate;
import io.github.dagsterfleet.release.History;
import io.github.dagsterfleet.release.Leftovers;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.Pins;
import io.github.dagsterfleet.release.Promotion;
import io.github.dagsterfleet.release.Rollout;
import io.github.dagsterfleet.release.Standing;
import io.github.dagsterfleet.release.UpstreamFirst;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds out which repos a promotion means, to which release each of them moves, and what that comes to. Writes nothing. */
final class Promoting {
    /** What more repos may answer. */
    private static final Set<Gate.Kind> OF_OTHERS = EnumSet.of(Gate.Kind.UPSTREAMS, Gate.Kind.DEPENDANTS);

    private final Parts parts;
    private final Workers workers;
    private final PromotionRequest request;
    private final Findings findings = new Findings();

    Promoting(Parts parts, Workers workers, PromotionRequest request) {
        this.parts = parts;
        this.workers = workers;
        this.request = request;
    }

    MovePlan plan() {
        Optional<AskedRepos> asked = AskedRepos.of(parts, request.which(), findings);
        if (asked.isEmpty()) {
            return MovePlan.failed(findings);
        }
        try {
            List<Move> moves = moves(asked.get());
            if (findings.hasErrors()) {
                return MovePlan.failed(findings);
            }
            return request.which().isBuild()
                    ? new BuildJudgement(parts, workers, asked.get().workspace().fleet()).of(moves, "Promote", "to")
                    : judged(asked.get().workspace(), moves);
        } catch (IOException noHistory) {
            return MovePlan.of(MoveReport.failed(List.of(withoutHistory("promoted", noHistory))));
        }
    }

    /** @param done what cannot be done */
    static Finding withoutHistory(String done, IOException noHistory) {
        return Finding.of(
                        FindingCode.RELEASE_NO_HISTORY,
                        "nothing can be " + done + " without history: " + History.words(noHistory))
                .help(History.help(noHistory));
    }

    private List<Move> moves(AskedRepos asked) throws IOException {
        Workspace workspace = asked.workspace();
        RepoReader repos = asked.repos();
        Pins pins = parts.pins(workspace).orElseThrow();
        Standing standing = Standing.of(parts.history().repository());
        Set<String> environments = workspace.fleet().environments().keySet();
        TargetResolver tree = new TargetResolver(workspace, parts.shapes(), new Fold());
        Promotion promotion = new Promotion(
                pins, standing, repos, tree.ofOneRepo(), parts::madeFrom, parts.toolVersion(), parts.today());
        String environment = request.which().environment();
        List<Move> moves = new ArrayList<>();
        if (request.which().isEnvironment()) {
            promotion.plan(environment, request.hotfix(), findings).ifPresent(moves::add);
        }
        for (String name : asked.names()) {
            Optional<RepoSource> repo = repos.read(name, Optional.of(environments), findings);
            if (repo.isPresent()) {
                move(promotion, repo.get()).ifPresent(moves::add);
            }
        }
        return moves;
    }

    private Optional<Move> move(Promotion promotion, RepoSource repo) throws IOException {
        String environment = request.which().environment();
        return request.sameRelease()
                ? promotion.stay(repo, environment, findings)
                : promotion.plan(repo, environment, request.hotfix(), findings);
    }

    private MovePlan judged(Workspace workspace, List<Move> moves) {
        if (moves.stream().allMatch(move -> move.file().isEmpty())) {
            return MovePlan.of(MoveReport.still(moves));
        }
        String environment = request.which().environment();
        Predicate<SourcePath> theirs = Concern.filesOf(MoveReport.repos(moves));
        Rehearsal after = Rehearsal.of(
                parts,
                workers,
                workspace.fleet(),
                moves,
                file -> theirs.test(file) || file.isBelow(Workspace.GENERATED.resolve(environment)));
        FleetGates gates = new FleetGates(after);
        List<RepoOutline> repos = after.rollouts().stream().map(Rollout::repo).toList();
        List<Move> judged = moves.stream()
                .map(gates::judge)
                .map(move -> move.and(gates.upToDate(move)))
                .map(move -> Leftovers.judge(move, repos))
                .toList();
        MoveReport report = MoveReport.planned(
                withWayOut(judged, repos), after, workspace.fleet().environment(environment));
        String commit = CommitCommand.of("Promote", moves, "to " + environment, report.run());
        return new MovePlan(
                report.beside(MoveReport.live(moves), parts.sources()).followedBy(List.of(commit)), after.plans());
    }

    /** The same; where only others are in the way that do not come along, with the command that comes first then. */
    private List<Move> withWayOut(List<Move> judged, List<RepoOutline> repos) {
        if (judged.stream().noneMatch(Move::isRefused)) {
            return judged;
        }
        boolean alone = judged.stream()
                .flatMap(move -> move.gates().stream())
                .filter(Gate::isRefused)
                .allMatch(gate -> OF_OTHERS.contains(gate.kind()));
        Set<String> moving = MoveReport.repos(judged);
        Set<String> all = new LinkedHashSet<>(
                UpstreamFirst.of(repos, moving, request.which().environment()));
        judged.forEach(move -> all.addAll(Leftovers.needing(move, repos)));
        if (!alone || moving.containsAll(all)) {
            return judged;
        }
        Optional<String> command = command(all, moving);
        return judged.stream()
                .map(move -> move.isRefused() ? move.insteadOf(command) : move)
                .toList();
    }

    /** The one that takes these along, if nothing is in their way; else the one that they are told. */
    private Optional<String> command(Set<String> repos, Set<String> moving) {
        PromotionRequest wider = request.with(
                repos.stream().filter(repo -> !moving.contains(repo)).toList());
        MoveReport report = new Promoting(parts, workers, wider).plan().report();
        if (!report.isToBeWritten()) {
            return report.next().stream().findFirst();
        }
        boolean byName =
                request.which().ring().isEmpty() && request.which().group().isEmpty();
        return Optional.of(wider.command(repos.stream()
                .filter(repo -> byName || wider.which().repos().contains(repo))
                .toList()));
    }
}
