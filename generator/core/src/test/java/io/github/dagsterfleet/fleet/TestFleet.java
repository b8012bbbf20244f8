package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.MemorySources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workspace in memory, read and resolved as a run does it. */
public final class TestFleet {
    private final Map<String, String> files = new LinkedHashMap<>();

    /** With a base.yaml that has three environments, an agent for each of two platforms, and defaults that make sound repos. */
    public TestFleet() {
        with(
                "environments/base.yaml",
                """
                format: 1
                organization: acme
                environments: [dev, staging, prod]
                dagster: 1.13.27
                agents:
                  eks: {platform: k8s, defaults: {location: {build: {registry: registry.example.com/x}}}}
                  serverless: {platform: serverless}
                defaults:
                  agent: eks
                  pyproject: {project: {name: x, version: 0.1.0, dependencies: [dagster]}}
                """);
    }

    /** Lays a file over what is there. */
    public TestFleet with(String path, String text) {
        files.put(path, text);
        return this;
    }

    /** The targets of one repo, in promotion order; fails when anything is wrong with them. */
    public List<Target> targets(String repo) {
        Findings findings = new Findings();
        List<Target> targets = resolve(repo, findings).map(RepoTargets::targets).orElse(List.of());
        if (!findings.list().isEmpty()) {
            throw new AssertionError(findings.list());
        }
        return targets;
    }

    /** One repo in one environment; fails when anything is wrong with the repo. */
    public Target target(String repo, String environment) {
        return targets(repo).stream()
                .filter(target -> target.environment().name().text().equals(environment))
                .findFirst()
                .orElseThrow(() -> new AssertionError(repo + " is absent from " + environment));
    }

    /** What is wrong with the repos, taken alone and together, sorted. */
    public List<Finding> findings() {
        Findings findings = new Findings();
        Optional<Workspace> workspace = reader().read(findings);
        List<RepoOutline> outlines = new ArrayList<>();
        for (String name : reader().repos().names(findings)) {
            resolve(name, findings).map(RepoTargets::outline).ifPresent(outlines::add);
        }
        workspace.ifPresent(known -> AcrossRepos.check(known, outlines, true, findings));
        return findings.sorted();
    }

    private Optional<RepoTargets> resolve(String repo, Findings findings) {
        Workspace workspace = reader().read(findings).orElseThrow(() -> new AssertionError(findings.list()));
        TargetResolver resolver = new TargetResolver(workspace, Shapes.standard(), new Fold());
        var environments = workspace.fleet().environments().keySet();
        Optional<RepoTargets> targets = reader().repos()
                .read(repo, Optional.of(environments), findings)
                .map(source -> RepoTargets.resolve(resolver, source, environments));
        targets.ifPresent(resolved -> findings.addAll(resolved.findings()));
        return targets;
    }

    private WorkspaceReader reader() {
        return new WorkspaceReader(MemorySources.ofTexts(files), Shapes.standard());
    }
}
