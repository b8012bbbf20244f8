package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Resolution;
import io.github.dagsterfleet.fleet.Resolver;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.release.PinnedResolver;
import io.github.dagsterfleet.release.Pins;
import io.github.dagsterfleet.release.Tombstone;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resolves one repo in one environment. Of other repos nothing is read, so that a large fleet costs nothing here. */
final class OneTarget {
    private final Parts parts;
    private final String repo;
    private final String environment;
    private final Findings findings = new Findings();

    OneTarget(Parts parts, String repo, String environment) {
        this.parts = parts;
        this.repo = repo;
        this.environment = environment;
    }

    /** Fails for a name that does not exist, a repo that is absent from the environment, and a target with errors. */
    Outcome<Target> find() {
        WorkspaceReader reader = parts.workspaceReader();
        Optional<Workspace> workspace = reader.read(findings);
        RepoReader repos = reader.repos();
        Choice choice = new Choice(new Request(List.of(repo), List.of(environment), List.of(), false), findings);
        choice.repos(repos);
        workspace.ifPresent(
                known -> choice.checkEnvironments(known.fleet().environments().keySet()));
        if (choice.isWrong()) {
            return wrongUsage();
        }
        if (workspace.isEmpty()) {
            repos.read(repo, Optional.empty(), findings);
            return Outcome.failed(findings);
        }
        return find(workspace.get(), repos);
    }

    private Outcome<Target> find(Workspace workspace, RepoReader repos) {
        Set<String> environments = workspace.fleet().environments().keySet();
        Optional<RepoSource> source = repos.read(repo, Optional.of(environments), findings);
        if (source.isEmpty()) {
            return refused(environments);
        }
        TargetResolver tree = new TargetResolver(workspace, parts.shapes(), new Fold());
        Optional<Pins> pins = parts.pins(workspace);
        Resolver resolver =
                pins.<Resolver>map(known -> new PinnedResolver(known, tree)).orElse(tree);
        Resolution resolution = resolver.resolve(source.get(), environment);
        if (resolution instanceof Resolution.Resolved resolved) {
            Outcome<Target> outcome = resolved.outcome();
            findings.addAll(outcome.findings());
            return outcome.value().isPresent() ? outcome : refused(environments);
        }
        if (resolution instanceof Resolution.NotReleased) {
            return Outcome.failed(NotThere.of(repo, environment, Optional.empty()));
        }
        if (resolution instanceof Resolution.Waiting waiting) {
            waiting.why().stream().map(Finding::asError).forEach(findings::add);
            return refused(environments);
        }
        if (resolution instanceof Resolution.Absent) {
            List<String> present = environments.stream()
                    .filter(other -> !(resolver.resolve(source.get(), other) instanceof Resolution.Absent))
                    .toList();
            return Outcome.failed(pins.flatMap(this::tombstone)
                    .map(stone -> NotThere.of(repo, environment, Optional.of(stone)))
                    .orElseGet(() -> absent(present)));
        }
        return refused(environments);
    }

    /** Everything that is wrong with what the target is made of, be it in its own files, in shared ones, or in the fold. */
    private Outcome<Target> refused(Set<String> environments) {
        Set<SourcePath> elsewhere = environments.stream()
                .filter(other -> !other.equals(environment))
                .flatMap(other -> Stream.of(Workspace.environmentFile(other), RepoSource.overlayFile(repo, other)))
                .collect(Collectors.toSet());
        Findings own = new Findings();
        findings.list().stream()
                .filter(finding ->
                        finding.site().path().filter(elsewhere::contains).isEmpty())
                .forEach(own::add);
        return Outcome.failed(own);
    }

    private Optional<Tombstone> tombstone(Pins pins) {
        return pins.files().read(repo, new Findings()).flatMap(file -> file.tombstone(environment));
    }

    private Finding absent(List<String> present) {
        Finding finding = Finding.of(
                FindingCode.USAGE_ABSENT_TARGET,
                "repo `" + repo + "` is absent from environment `" + environment + "`");
        return present.isEmpty() ? finding : finding.help("ask for " + Names.choice(present));
    }

    /** What is wrong with files is not what is wrong with the question. */
    private Outcome<Target> wrongUsage() {
        Findings usage = new Findings();
        findings.list().stream().filter(ExitCode::isWrongUsage).forEach(usage::add);
        return Outcome.failed(usage);
    }
}
