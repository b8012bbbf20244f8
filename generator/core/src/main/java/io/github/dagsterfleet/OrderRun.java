package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.UnreadRepos;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.release.DeployOrder;
import io.github.dagsterfleet.release.Purpose;
import io.github.dagsterfleet.rule.fleet.FleetFacts;
import io.github.dagsterfleet.rule.fleet.FleetRules;
import io.github.dagsterfleet.rule.fleet.Memberships;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the order of one environment, for which every repo has to be read and to be without an error. */
final class OrderRun {
    private final Parts parts;
    private final Workers workers;
    private final Optional<String> asked;
    private final Purpose purpose;
    private final List<String> chosen;
    private final Findings findings = new Findings();

    OrderRun(Parts parts, Workers workers, Optional<String> asked, Purpose purpose, List<String> chosen) {
        this.parts = parts;
        this.workers = workers;
        this.asked = asked;
        this.purpose = purpose;
        this.chosen = chosen;
    }

    Outcome<DeployOrder> run() {
        WorkspaceReader reader = parts.workspaceReader();
        Optional<Workspace> workspace = reader.read(findings);
        List<String> repos = reader.repos().folders(findings).repos();
        Findings usage = new Findings();
        workspace.ifPresent(known -> checkEnvironment(known, repos, usage));
        chosen.stream()
                .filter(name -> !repos.contains(name))
                .forEach(name -> usage.add(
                        unknown(FindingCode.USAGE_UNKNOWN_REPO, "there is no repo `" + name + "`", name, repos)));
        if (usage.hasErrors()) {
            return Outcome.failed(usage);
        }
        return workspace.isEmpty() || findings.hasErrors() ? refused() : of(workspace.get(), reader.repos(), repos);
    }

    private void checkEnvironment(Workspace workspace, List<String> repos, Findings usage) {
        Set<String> known = workspace.fleet().environments().keySet();
        asked.filter(name -> !known.contains(name)).ifPresent(name -> {
            String message = "there is no environment `" + name + "`";
            usage.add(
                    repos.contains(name)
                            ? Finding.of(FindingCode.USAGE_UNKNOWN_ENVIRONMENT, message)
                                    .help("name the environment before the repo, " + Names.choice(known))
                            : unknown(FindingCode.USAGE_UNKNOWN_ENVIRONMENT, message, name, known));
        });
    }

    private static Finding unknown(FindingCode code, String message, String name, Collection<String> known) {
        return Suggestions.help(Finding.of(code, message), name, known);
    }

    private Outcome<DeployOrder> of(Workspace workspace, RepoReader reader, List<String> names) {
        FirstPass first = new FirstPass(
                reader,
                new TargetResolver(workspace, parts.shapes(), new Fold()),
                Memberships.of(workspace.fleet()),
                workspace.fleet().environments().keySet(),
                Optional.empty(),
                false,
                parts.secrets());
        List<ResolvedRepo> repos = workers.map("reading repos", names, first::over);
        repos.forEach(repo -> findings.addAll(repo.findings()));
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
        Environment environment = asked.map(workspace.fleet()::environment)
                .orElseGet(() ->
                        workspace.fleet().environments().values().iterator().next());
        DeployOrder order = DeployOrder.of(
                workspace.fleet(),
                environment,
                purpose,
                repos.stream().flatMap(repo -> repo.rollout().stream()).toList());
        return chosen.isEmpty()
                ? Outcome.ok(order)
                : presence(environment, repos).then(all -> Outcome.ok(order.before(chosen)));
    }

    private Outcome<List<ResolvedRepo>> presence(Environment environment, List<ResolvedRepo> repos) {
        Findings absent = new Findings();
        String name = environment.name().text();
        repos.stream()
                .filter(repo -> chosen.contains(repo.name()))
                .filter(repo -> repo.rollout()
                        .filter(made -> made.sessions().containsKey(name))
                        .isEmpty())
                .forEach(repo -> absent.add(Finding.of(
                        FindingCode.USAGE_ABSENT_TARGET,
                        "repo `" + repo.name() + "` is absent from environment `" + name + "`")));
        return Outcome.of(repos, absent);
    }

    /** Errors alone: what else is odd is no reason to stop. */
    private Outcome<DeployOrder> refused() {
        Findings errors = new Findings();
        findings.sorted().stream().filter(Finding::isError).forEach(errors::add);
        return Outcome.failed(errors);
    }
}
