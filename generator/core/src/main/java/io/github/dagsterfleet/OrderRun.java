package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.UnreadRepos;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.release.DeployOrder;
import io.github.dagsterfleet.release.Purpose;
import io.github.dagsterfleet.release.Rollout;
import io.github.dagsterfleet.rule.fleet.FleetFacts;
import io.github.dagsterfleet.rule.fleet.FleetRules;
import io.github.dagsterfleet.rule.fleet.Memberships;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the order of one environment, for which every repo has to be read and to be without an error. */
final class OrderRun {
    private final Parts parts;
    private final Workers workers;
    private final Request request;
    private final Purpose purpose;
    private final Findings findings = new Findings();

    /** @param request one environment at most, and the repos that the order is asked for */
    OrderRun(Parts parts, Workers workers, Request request, Purpose purpose) {
        this.parts = parts;
        this.workers = workers;
        this.request = request;
        this.purpose = purpose;
    }

    Outcome<DeployOrder> run() {
        WorkspaceReader reader = parts.workspaceReader();
        Optional<Workspace> workspace = reader.read(findings);
        RepoReader repos = reader.repos();
        Findings usage = new Findings();
        Choice choice = new Choice(request, usage);
        choice.repos(repos);
        workspace.ifPresent(
                known -> choice.checkEnvironments(known.fleet().environments().keySet()));
        if (choice.isWrong()) {
            return Outcome.failed(usage);
        }
        List<String> names = repos.folders(findings).repos();
        return workspace.isEmpty() || findings.hasErrors() ? refused() : of(workspace.get(), repos, names);
    }

    private Outcome<DeployOrder> of(Workspace workspace, RepoReader reader, List<String> names) {
        FirstPass first = new FirstPass(
                reader,
                new TargetResolver(workspace, parts.shapes(), new Fold()),
                parts.pins(workspace),
                Memberships.of(workspace.fleet()),
                workspace.fleet().environments().keySet(),
                Optional.empty(),
                false,
                parts.secrets());
        List<ResolvedRepo> repos = workers.map("reading repos", names, first::over);
        for (ResolvedRepo repo : repos) {
            findings.addAll(repo.findings());
            findings.addAll(repo.unrendered());
        }
        FleetFacts facts = FleetFacts.of(
                workspace,
                repos.stream().flatMap(repo -> repo.facts().stream()).toList(),
                UnreadRepos.of(
                        parts.sources(),
                        repos.stream()
                                .filter(repo -> repo.facts().isEmpty())
                                .map(ResolvedRepo::name)
                                .toList()));
        FleetRules.checkNeeds(facts, findings);
        return findings.hasErrors() ? refused() : order(workspace, repos);
    }

    private Outcome<DeployOrder> order(Workspace workspace, List<ResolvedRepo> repos) {
        Collection<Environment> environments = workspace.fleet().environments().values();
        Environment environment = request.environments().stream()
                .findFirst()
                .map(workspace.fleet()::environment)
                .orElseGet(() -> environments.iterator().next());
        List<Rollout> rollouts =
                repos.stream().flatMap(repo -> repo.rollout().stream()).toList();
        DeployOrder order = DeployOrder.of(workspace.fleet(), environment, purpose, rollouts);
        Findings absent = absent(environment, rollouts);
        if (absent.hasErrors()) {
            return Outcome.failed(absent);
        }
        return Outcome.ok(request.repos().isEmpty() ? order : order.before(request.repos()));
    }

    /** Repos that are asked for where they are not. */
    private Findings absent(Environment environment, List<Rollout> rollouts) {
        Findings absent = new Findings();
        String where = environment.name().text();
        rollouts.stream()
                .filter(rollout -> !rollout.sessions().containsKey(where))
                .map(rollout -> rollout.repo().repo())
                .filter(request.repos()::contains)
                .forEach(name -> absent.add(Finding.of(
                        FindingCode.USAGE_ABSENT_TARGET,
                        "repo `" + name + "` is absent from environment `" + where + "`")));
        return absent;
    }

    /** Errors alone: what else is odd is no reason to stop. */
    private Outcome<DeployOrder> refused() {
        Findings errors = new Findings();
        findings.sorted().stream().filter(Finding::isError).forEach(errors::add);
        return Outcome.failed(errors);
    }
}
