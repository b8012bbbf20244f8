package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Related;
import io.github.dagsterfleet.fleet.AcrossRepos;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.RepoTargets;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.UnreadVars;
import io.github.dagsterfleet.fleet.UnusedEntries;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.render.Scope;
import io.github.dagsterfleet.render.TemplateSet;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run over the fleet. First every repo is read and resolved, so that what only all of them can tell is known; then
 * each is rendered, planned, acted upon and let go.
 */
final class FleetRun {
    /** Up to this many repos stay resolved between the two passes; more would cost memory, so they are resolved again. */
    private static final int KEPT = 800;
    /** How the two passes are called to whom sees them go on. */
    private static final String READING = "reading repos";

    private static final String RENDERING = "rendering repos";

    private final Parts parts;
    private final Request request;
    private final PlanAction action;
    private final Workers workers;
    private final UnreadVars unread = new UnreadVars();
    private final Findings findings = new Findings();
    private final Tally tally = new Tally();

    FleetRun(Parts parts, Request request, PlanAction action, Workers workers) {
        this.parts = parts;
        this.request = request;
        this.action = action;
        this.workers = workers;
    }

    RunReport run() {
        WorkspaceReader reader = parts.workspaceReader();
        Optional<Workspace> workspace = reader.read(findings);
        RepoReader repos = reader.repos();
        Choice choice = new Choice(request, findings);
        List<String> chosen = choice.repos(repos);
        workspace.ifPresent(
                known -> choice.checkEnvironments(known.fleet().environments().keySet()));
        Optional<TemplateSet> templates = parts.templates(findings);
        if (workspace.isEmpty() || choice.isWrong()) {
            workers.map(READING, chosen, name -> readAlone(repos, name)).forEach(findings::addAll);
            return report(chosen.size());
        }
        Fold fold = new Fold();
        boolean keep = chosen.size() <= KEPT
                || templates.filter(FleetRun::seesTheFleet).isPresent();
        boolean shared = hasSharedErrors();
        List<ResolvedRepo> resolved = resolve(workspace.get(), repos, chosen, fold, keep);
        List<ResolvedRepo> spokenOf = request.teams().isEmpty() ? resolved : choice.ofTeams(resolved);
        acrossRepos(workspace.get(), resolved, spokenOf, templates.map(TemplateSet::outputs));
        if (speaksOfEveryRepo()) {
            shared |= hasSharedErrors();
            findings.addAll(fold.observations());
        }
        spokenOf.forEach(repo -> {
            findings.addAll(repo.observations());
            findings.addAll(repo.findings());
        });
        if (shared || templates.isEmpty() || choice.isWrong()) {
            return report(spokenOf.size());
        }
        produce(workspace.get(), repos, templates.get(), spokenOf);
        return report(spokenOf.size());
    }

    private boolean speaksOfEveryRepo() {
        return request.repos().isEmpty() && request.teams().isEmpty();
    }

    private List<Finding> readAlone(RepoReader repos, String name) {
        Findings own = new Findings();
        repos.read(name, Optional.empty(), own);
        return own.list();
    }

    /**
     * An error anywhere else than in a repo's folder stops everything. What a repo's own facts make of a shared line is
     * that repo's error, and is not among the findings yet when this is asked.
     */
    private boolean hasSharedErrors() {
        return findings.list().stream()
                .filter(Finding::isError)
                .anyMatch(finding ->
                        finding.site().path().flatMap(FleetRun::repoOf).isEmpty());
    }

    /** The repo in whose folder a path lies. */
    private static Optional<String> repoOf(SourcePath path) {
        if (!path.isBelow(Workspace.REPOS) || path.equals(Workspace.REPOS)) {
            return Optional.empty();
        }
        String below = path.relativeTo(Workspace.REPOS);
        int slash = below.indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(below.substring(0, slash));
    }

    private static boolean seesTheFleet(TemplateSet templates) {
        return !templates.outputs(Scope.FLEET).isEmpty();
    }

    private List<ResolvedRepo> resolve(
            Workspace workspace, RepoReader repos, List<String> names, Fold fold, boolean keep) {
        TargetResolver resolver = new TargetResolver(workspace, parts.shapes(), fold, unread);
        Set<String> environments = workspace.fleet().environments().keySet();
        return workers.map(READING, names, name -> {
            ResolvedRepo repo = ResolvedRepo.read(name, repos, resolver, environments);
            return keep ? repo : repo.withoutTargets();
        });
    }

    /** What repos tell together: of a part of the fleet only what concerns it, as far as those that were read can tell. */
    private void acrossRepos(
            Workspace workspace, List<ResolvedRepo> read, List<ResolvedRepo> spokenOf, Optional<Set<String>> outputs) {
        boolean allRead = request.repos().isEmpty()
                && read.stream().allMatch(repo -> repo.outline().isPresent());
        List<RepoOutline> outlines = outlines(read);
        Findings found = new Findings();
        AcrossRepos.check(workspace, outlines, allRead, found);
        outputs.ifPresent(made -> AcrossRepos.checkArtifacts(outlines, made, found));
        findings.addAll(speaksOfEveryRepo() ? found.list() : concerning(spokenOf, found.list()));
    }

    /** The findings that stand in the folders of these repos, or have a note there. */
    private static List<Finding> concerning(List<ResolvedRepo> repos, List<Finding> findings) {
        Set<String> names = repos.stream().map(ResolvedRepo::name).collect(Collectors.toSet());
        return findings.stream()
                .filter(finding -> Stream.concat(
                                Stream.of(finding.site()),
                                finding.related().stream().map(Related::site))
                        .flatMap(site -> site.path().flatMap(FleetRun::repoOf).stream())
                        .anyMatch(names::contains))
                .toList();
    }

    private static List<RepoOutline> outlines(List<ResolvedRepo> repos) {
        return repos.stream().flatMap(repo -> repo.outline().stream()).toList();
    }

    private void produce(Workspace workspace, RepoReader repos, TemplateSet templates, List<ResolvedRepo> resolved) {
        Set<String> refused = new TreeSet<>();
        findings.list().stream()
                .filter(Finding::isError)
                .forEach(finding ->
                        finding.site().path().flatMap(FleetRun::repoOf).ifPresent(refused::add));
        TargetResolver resolver = new TargetResolver(workspace, parts.shapes(), new Fold(), unread);
        Set<String> environments = workspace.fleet().environments().keySet();
        Production production = new Production(parts, templates, unread, request, action);
        List<ResolvedRepo> sound = resolved.stream()
                .filter(repo -> repo.isSound() && !refused.contains(repo.name()))
                .toList();
        workers.map(RENDERING, sound, repo -> {
                    ResolvedRepo full = repo.targets().isPresent()
                            ? repo
                            : ResolvedRepo.read(repo.name(), repos, resolver, environments);
                    return production.repo(
                            full.name(),
                            full.targets().map(RepoTargets::targets).orElse(List.of()));
                })
                .forEach(this::take);
        if (request.isEverything()) {
            List<String> abandoned = repos.abandoned().stream()
                    .filter(name -> !refused.contains(name))
                    .toList();
            workers.map("clearing repos", abandoned, production::abandoned).forEach(this::take);
            take(production.environments(workspace, targetsOf(resolved)));
        }
        if (request.environments().isEmpty()) {
            unused(workspace, resolved);
        }
    }

    /** Looked for only when nothing is wrong: what a refused target would have used, nobody knows. */
    private void unused(Workspace workspace, List<ResolvedRepo> repos) {
        if (findings.hasErrors()) {
            return;
        }
        if (speaksOfEveryRepo()) {
            UnusedEntries.check(workspace, outlines(repos), findings);
            findings.addAll(unread.findings());
        } else {
            findings.addAll(concerning(repos, unread.findings()));
        }
    }

    private static List<List<Target>> targetsOf(List<ResolvedRepo> repos) {
        return repos.stream()
                .flatMap(repo -> repo.targets().stream())
                .map(RepoTargets::targets)
                .toList();
    }

    private void take(Produced produced) {
        findings.addAll(produced.findings());
        tally.add(produced);
    }

    private RunReport report(int repos) {
        return new RunReport(
                findings.sorted(),
                tally.changes().stream()
                        .sorted(Comparator.comparing(RunReport.Change::path))
                        .toList(),
                tally.unchanged(),
                repos);
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
