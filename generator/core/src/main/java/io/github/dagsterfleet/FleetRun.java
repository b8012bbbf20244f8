package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.RepoFolders;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.UnreadRepos;
import io.github.dagsterfleet.fleet.UnreadVars;
import io.github.dagsterfleet.fleet.UnusedEntries;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.release.Pins;
import io.github.dagsterfleet.release.ReleaseFile;
import io.github.dagsterfleet.release.ReleaseFiles;
import io.github.dagsterfleet.release.Rollout;
import io.github.dagsterfleet.release.Unmoved;
import io.github.dagsterfleet.release.Unpromoted;
import io.github.dagsterfleet.release.UnusedReleases;
import io.github.dagsterfleet.render.Scope;
import io.github.dagsterfleet.render.TemplateSet;
import io.github.dagsterfleet.rule.fleet.FleetFacts;
import io.github.dagsterfleet.rule.fleet.FleetRules;
import io.github.dagsterfleet.rule.fleet.Memberships;
import io.github.dagsterfleet.rule.fleet.RepoFacts;
import io.github.dagsterfleet.rule.policy.PolicyCheck;
import io.github.dagsterfleet.rule.policy.Waived;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One run over the fleet. First every repo is read, resolved and, as far as memory goes, rendered; then, when what only
 * all of them can tell is known, the files are brought to the disk.
 */
final class FleetRun {
    private final Parts parts;
    private final Request request;
    private final PlanAction action;
    private final Workers workers;
    private final UnreadVars unread = new UnreadVars();
    private final Findings findings = new Findings();
    private final Tally tally = new Tally();
    private List<Waived> waived = List.of();
    private List<Rollout> rollouts = List.of();
    private Set<String> environments = Set.of();
    private Unpromoted unpromoted = Unpromoted.NOTHING;
    private boolean released;

    FleetRun(Parts parts, Request request, PlanAction action, Workers workers) {
        this.parts = parts;
        this.request = request;
        this.action = action;
        this.workers = workers;
    }

    RunReport run() {
        Findings ofTemplates = new Findings();
        Supplier<Optional<TemplateSet>> parsing = workers.start(() -> parts.templates(ofTemplates));
        WorkspaceReader reader = parts.workspaceReader();
        Optional<Workspace> workspace = reader.read(findings);
        RepoReader repos = reader.repos();
        Choice choice = new Choice(request, findings);
        RepoFolders folders = choice.repos(repos);
        List<String> chosen = folders.repos();
        workspace.ifPresent(
                known -> choice.checkEnvironments(known.fleet().environments().keySet()));
        Optional<TemplateSet> templates = parsing.get();
        findings.addAll(ofTemplates.list());
        if (workspace.isEmpty() || choice.isWrong()) {
            workers.map("reading repos", chosen, name -> readAlone(repos, name)).forEach(findings::addAll);
            if (!choice.isWrong()) {
                findings.addAll(parts.secrets().findings());
            }
            return report(chosen.size(), List.of());
        }
        PolicyCheck policies = PolicyCheck.of(workspace.get().fleet(), parts.today(), findings);
        Fold fold = new Fold();
        // What a repo's own facts make of a shared line is that repo's error, and is not among the findings yet.
        boolean shared = Concern.sharedError(findings.list());
        Optional<Pins> pins = parts.pins(workspace.get());
        released = pins.isPresent();
        Optional<Production> production = templates
                .filter(set -> !shared)
                .map(set -> new Production(parts, new Renderers(set, pins), unread, policies, request, action));
        boolean everyTeam = request.teams().isEmpty();
        FirstPass first = new FirstPass(
                repos,
                new TargetResolver(workspace.get(), parts.shapes(), fold, unread),
                pins,
                Memberships.of(workspace.get().fleet()),
                workspace.get().fleet().environments().keySet(),
                production.filter(made -> everyTeam),
                templates.filter(FleetRun::seesTheFleet).isPresent(),
                parts.secrets());
        parts.secrets().inFleet(workspace.get().fleet());
        List<ResolvedRepo> resolved = workers.map("reading repos", chosen, first::over);
        rollouts = resolved.stream().flatMap(repo -> repo.rollout().stream()).toList();
        List<ResolvedRepo> spokenOf = everyTeam ? resolved : choice.ofTeams(resolved);
        if (request.isEverything()) {
            pins.ifPresent(known -> findings.addAll(parts.lost(known).findings()));
        }
        if (speaksOfEveryRepo()) {
            ReleaseFiles files =
                    pins.map(Pins::files).orElseGet(() -> new ReleaseFiles(parts.sources(), parts.shapes()));
            unusedReleases(workspace.get().fleet(), chosen, files);
        }
        acrossRepos(workspace.get(), policies, resolved, spokenOf, templates.map(TemplateSet::outputs));
        Set<SourcePath> leaking = policies.check(parts.secrets(), findings);
        boolean stopped = shared || Concern.isShared(leaking);
        if (speaksOfEveryRepo()) {
            stopped |= Concern.sharedError(findings.list());
            findings.addAll(fold.observations());
        }
        spokenOf.forEach(repo -> {
            findings.addAll(repo.observations());
            findings.addAll(repo.findings());
        });
        if (!stopped && production.isPresent() && !choice.isWrong()) {
            Set<String> refused = Concern.reposInError(findings.list());
            refused.addAll(Concern.repos(leaking));
            produce(workspace.get(), policies, folders.abandoned(), first, production.get(), spokenOf, refused);
            environments = production.get().notReleased();
        }
        spokenOf.forEach(repo -> findings.addAll(repo.unrendered()));
        return report(spokenOf);
    }

    private void unusedReleases(Fleet fleet, List<String> repos, ReleaseFiles files) {
        List<SourcePath> paths = new ArrayList<>(ReleaseFile.ofEnvironments(parts.sources()));
        repos.forEach(repo -> paths.add(ReleaseFile.ofRepo(repo)));
        List<ReleaseFile> read = new ArrayList<>();
        workers.map("reading releases", paths, path -> files.read(path, new Findings()))
                .forEach(file -> file.ifPresent(read::add));
        findings.addAll(UnusedReleases.of(fleet, read));
    }

    private boolean speaksOfEveryRepo() {
        return request.repos().isEmpty() && request.teams().isEmpty();
    }

    private List<Finding> readAlone(RepoReader repos, String name) {
        Findings own = new Findings();
        repos.read(name, Optional.empty(), own);
        return own.list();
    }

    private static boolean seesTheFleet(TemplateSet templates) {
        return !templates.outputs(Scope.FLEET).isEmpty();
    }

    /** What repos tell together: of a part of the fleet only what concerns it, as far as those that were read can tell. */
    private void acrossRepos(
            Workspace workspace,
            PolicyCheck policies,
            List<ResolvedRepo> read,
            List<ResolvedRepo> spokenOf,
            Optional<Set<String>> outputs) {
        FleetFacts fleet = FleetFacts.of(
                workspace, read.stream().flatMap(repo -> repo.facts().stream()).toList(), unread(read));
        Findings found = new Findings();
        FleetRules.check(fleet, found);
        if (request.repos().isEmpty()) {
            policies.checkNames(names(read), outlines(read), found);
        }
        outputs.ifPresent(made -> FleetRules.checkArtifacts(fleet, made, found));
        findings.addAll(speaksOfEveryRepo() ? found.list() : Concern.of(names(spokenOf), found.list()));
    }

    private UnreadRepos unread(List<ResolvedRepo> read) {
        List<String> broken = read.stream()
                .filter(repo -> repo.facts().isEmpty())
                .map(ResolvedRepo::name)
                .toList();
        return request.repos().isEmpty() ? UnreadRepos.of(parts.sources(), broken) : UnreadRepos.ANY;
    }

    private static Set<String> names(List<ResolvedRepo> repos) {
        return repos.stream().map(ResolvedRepo::name).collect(Collectors.toSet());
    }

    private static List<RepoOutline> outlines(List<ResolvedRepo> repos) {
        return repos.stream()
                .flatMap(repo -> repo.facts().stream())
                .map(RepoFacts::outline)
                .toList();
    }

    /** How the repos are deployed that could be read. Known after {@link #run}. */
    List<Rollout> rollouts() {
        return rollouts;
    }

    private void produce(
            Workspace workspace,
            PolicyCheck policies,
            List<String> abandoned,
            FirstPass first,
            Production production,
            List<ResolvedRepo> resolved,
            Set<String> refused) {
        List<ResolvedRepo> sound = resolved.stream()
                .filter(repo -> repo.isSound() && !refused.contains(repo.name()))
                .toList();
        List<Supplier<Produced>> folders = new ArrayList<>();
        if (request.isEverything()) {
            folders.add(() -> production.environments(
                    workspace,
                    resolved.stream().map(ResolvedRepo::everywhere).toList(),
                    new DeployPlans(workspace.fleet(), rollouts, refused.isEmpty())));
            abandoned.stream()
                    .filter(name -> !refused.contains(name))
                    .forEach(name -> folders.add(() -> production.abandoned(name)));
        }
        Standstill still = standstill(workspace.fleet(), first, production, sound);
        sound.forEach(
                repo -> folders.add(() -> production.land(still.without(repo.name(), first.files(repo, production)))));
        workers.map("comparing folders", folders, Supplier::get).forEach(this::take);
        waived = policies.waived(sound.stream().map(ResolvedRepo::name).toList());
        if (request.environments().isEmpty()) {
            unused(workspace, policies, resolved);
        }
    }

    /** Known before any file is written: how far a change reaches is told by all repos together. */
    private Standstill standstill(Fleet fleet, FirstPass first, Production production, List<ResolvedRepo> repos) {
        if (!fleet.hasReleases() || !action.looksAtDisk()) {
            return Standstill.NONE;
        }
        List<Unmoved> unmoved = new ArrayList<>();
        workers.map("comparing releases", repos, repo -> production.unmoved(repo.name(), first.files(repo, production)))
                .forEach(unmoved::addAll);
        Standstill still = Standstill.of(unmoved, fleet, request.reason(), action);
        unpromoted = still.unpromoted();
        findings.addAll(still.findings());
        return still;
    }

    /** Looked for only when nothing is wrong: what a refused target would have used, nobody knows. */
    private void unused(Workspace workspace, PolicyCheck policies, List<ResolvedRepo> repos) {
        if (findings.hasErrors()
                || repos.stream().anyMatch(repo -> !repo.unrendered().isEmpty())) {
            return;
        }
        if (speaksOfEveryRepo()) {
            UnusedEntries.check(workspace, outlines(repos), findings);
            policies.unneeded(findings);
            findings.addAll(unread.findings(file -> true));
        } else {
            findings.addAll(unread.findings(Concern.filesOf(names(repos))));
        }
    }

    private void take(Produced produced) {
        findings.addAll(produced.findings());
        tally.add(produced);
    }

    private RunReport report(List<ResolvedRepo> spokenOf) {
        Map<String, List<String>> missing = new LinkedHashMap<>();
        for (ResolvedRepo repo : spokenOf) {
            repo.notReleased().forEach(environment -> missing.computeIfAbsent(environment, name -> new ArrayList<>())
                    .add(repo.name()));
        }
        environments.forEach(environment ->
                missing.computeIfAbsent(environment, name -> new ArrayList<>()).add(Workspace.ENVIRONMENTS.value()));
        List<RunReport.NotReleased> notReleased = new ArrayList<>();
        missing.forEach((environment, repos) -> notReleased.add(new RunReport.NotReleased(environment, repos)));
        return report(spokenOf.size(), notReleased);
    }

    private RunReport report(int repos, List<RunReport.NotReleased> notReleased) {
        return new RunReport(
                findings.sorted().stream().map(TemplateSet::withOverride).toList(),
                waived,
                tally.changes().stream()
                        .sorted(Comparator.comparing(RunReport.Change::path))
                        .toList(),
                tally.unchanged(),
                new RunReport.Reach(repos, request.isEverything(), released),
                notReleased,
                unpromoted);
    }

    /** What all repos together came to. */
    private static final class Tally {
        private final List<RunReport.Change> changes = new ArrayList<>();
        private long unchanged;

        void add(Produced produced) {
            changes.addAll(produced.changes());
            unchanged += produced.unchanged();
        }

        List<RunReport.Change> changes() {
            return changes;
        }

        long unchanged() {
            return unchanged;
        }
    }
}
