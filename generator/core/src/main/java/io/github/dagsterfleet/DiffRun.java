package io.github.dagsterfleet;

import io.github.dagsterfleet.change.difference.Difference;
import io.github.dagsterfleet.change.difference.Differences;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.release.History;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds out what a question of {@code diff} compares, and compares it in one run over the fleet. */
final class DiffRun {
    private final Parts parts;
    private final Workers workers;
    private final DiffRequest request;
    private final Findings findings = new Findings();

    DiffRun(Parts parts, Workers workers, DiffRequest request) {
        this.parts = parts;
        this.workers = workers;
        this.request = request;
    }

    DiffReport run() {
        WorkspaceReader reader = parts.workspaceReader();
        Optional<Workspace> workspace = reader.read(new Findings());
        if (workspace.isEmpty()) {
            findings.addAll(new FleetRun(parts, Request.EVERYTHING, new Validating(), workers)
                    .run()
                    .findings());
            return DiffReport.failed(findings);
        }
        Fleet fleet = workspace.get().fleet();
        RepoReader repos = reader.repos();
        List<String> known = List.copyOf(fleet.environments().keySet());
        DiffNames names = DiffNames.of(request.names(), known, repos, findings);
        if (findings.hasErrors()) {
            return DiffReport.failed(findings);
        }
        if (request.releases().isPresent()) {
            return ofReleases(fleet, repos, names);
        }
        if (names.environments().size() == 2) {
            String before = names.environments().get(0);
            String after = names.environments().get(1);
            if (before.equals(after)) {
                findings.add(Finding.of(FindingCode.USAGE_ARGUMENTS, "`" + before + "` is compared with itself")
                        .help("name it once to compare it with what is checked in, or name another environment"));
                return DiffReport.failed(findings);
            }
            return compared(
                    parts,
                    names.repos(),
                    names.repos().isEmpty() ? List.of() : names.environments(),
                    new BetweenEnvironments(parts, before, after),
                    before + " -> " + after,
                    List.of());
        }
        List<String> environments = names.environments().isEmpty() ? known : names.environments();
        return compared(parts, names.repos(), names.environments(), new AgainstDisk(parts), "", environments);
    }

    /**
     * @param rendered the environments to render; empty for all
     * @param told the environments to count repos in, as far as they have anything
     */
    private DiffReport compared(
            Parts of,
            List<String> repos,
            List<String> rendered,
            Function<RenderedFolder, List<Difference>> comparison,
            String sides,
            List<String> told) {
        Comparing comparing = new Comparing(comparison);
        RunReport run = new FleetRun(of, new Request(repos, rendered, List.of(), false), comparing, workers).run();
        findings.addAll(run.findings());
        boolean usage = findings.list().stream().anyMatch(ExitCode::isWrongUsage);
        if (usage || Concern.sharedError(findings.list())) {
            return DiffReport.failed(findings);
        }
        List<String> seen =
                told.stream().filter(comparing.environments()::contains).toList();
        Differences differences = Differences.of(sides, seen, comparing.found(findings.list()))
                .without(Concern.reposInError(findings.list()).size());
        return new DiffReport(Optional.of(differences), findings.sorted());
    }

    private DiffReport ofReleases(Fleet fleet, RepoReader repos, DiffNames names) {
        if (names.environments().size() != 1) {
            findings.add(Finding.of(FindingCode.USAGE_ARGUMENTS, "`--release` compares releases of one environment")
                    .help("name it, as in `dagster-fleet diff prod --release v1..v2`"));
            return DiffReport.failed(findings);
        }
        String environment = names.environments().get(0);
        if (!fleet.isPromoted(environment)) {
            findings.add(ReleasedRepos.ofTree(fleet, environment));
            return DiffReport.failed(findings);
        }
        try {
            Optional<ReleaseRange> range = ReleaseRange.of(
                    request.releases().orElseThrow(), parts.history().repository(), findings);
            return range.isPresent() ? ofReleases(range.get(), repos, names) : DiffReport.failed(findings);
        } catch (IOException noHistory) {
            findings.add(Finding.of(
                            FindingCode.RELEASE_NO_HISTORY,
                            "releases cannot be compared without history: " + History.words(noHistory))
                    .help(History.help(noHistory)));
            return DiffReport.failed(findings);
        }
    }

    private DiffReport ofReleases(ReleaseRange range, RepoReader repos, DiffNames names) throws IOException {
        String environment = names.environments().get(0);
        List<String> chosen = new Choice(new Request(names.repos(), List.of(), List.of(), false), findings)
                .repos(repos)
                .repos();
        if (findings.hasErrors()) {
            return DiffReport.failed(findings);
        }
        Parts before = parts.with(range.before().files(parts, chosen, environment));
        Parts after = parts.with(range.after().files(parts, chosen, environment));
        Optional<AgainstRelease> comparison = AgainstRelease.of(before, environment);
        DiffReport report = compared(
                after,
                names.repos(),
                names.environments(),
                folder -> comparison.map(known -> known.apply(folder)).orElse(List.of()),
                range.words(environment),
                names.environments());
        comparison.ifPresent(known -> findings.addAll(known.findings().list()));
        return new DiffReport(report.differences(), findings.sorted());
    }
}
