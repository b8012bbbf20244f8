package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.rule.fleet.FleetFacts;
import io.github.dagsterfleet.rule.fleet.FleetRules;
import io.github.dagsterfleet.rule.fleet.Memberships;
import io.github.dagsterfleet.rule.fleet.RepoFacts;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.MemorySources;
import io.github.dagsterfleet.source.SourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A workspace in memory, read as far as this package goes. */
public final class MemoryFleet {
    private final Map<String, String> files = new TreeMap<>();

    /** Environments dev and prod, agents {@code eks} and {@code ecs}, no repo. */
    public MemoryFleet() {
        with(
                "environments/base.yaml",
                """
                format: 1
                organization: acme
                environments: [dev, prod]
                dagster: 1.13.27
                agents:
                  eks: {platform: k8s, defaults: {vars: {runs_on: kubernetes}}}
                  ecs: {platform: ecs, defaults: {vars: {runs_on: fargate}}}
                """);
    }

    public MemoryFleet with(String file, String text) {
        files.put(file, text);
        return this;
    }

    /** The same with more at the end of a file that is there. */
    public MemoryFleet append(String file, String text) {
        files.merge(file, text, String::concat);
        return this;
    }

    /** A repo with one location of the same name. */
    public MemoryFleet repo(String name, String more) {
        return with(
                "repos/" + name + "/repo.yaml",
                """
                agent: eks
                locations:
                  %s: {code_source: {module_name: %s}}
                """
                                .formatted(name, name)
                        + more);
    }

    /** Everything that can be read and resolved, with all that was found on the way, as in a full run. */
    public Read read() {
        Findings findings = new Findings();
        SourceSet sources = MemorySources.ofTexts(files);
        WorkspaceReader reader = new WorkspaceReader(sources, Shapes.standard());
        Optional<Workspace> workspace = reader.read(findings);
        RepoReader repos = reader.repos();
        Map<String, RepoTargets> targets = new TreeMap<>();
        for (String name : repos.folders(findings).repos()) {
            Optional<Set<String>> environments =
                    workspace.map(known -> known.fleet().environments().keySet());
            Optional<RepoSource> source = repos.read(name, environments, findings);
            if (workspace.isPresent() && source.isPresent()) {
                TargetResolver resolver = new TargetResolver(workspace.get(), Shapes.standard(), new Fold());
                RepoTargets resolved = RepoTargets.resolve(resolver, source.get(), environments.orElseThrow());
                findings.addAll(resolved.findings());
                targets.put(name, resolved);
            }
        }
        List<String> unread = new ArrayList<>(repos.folders(new Findings()).repos());
        unread.removeAll(targets.keySet());
        workspace.ifPresent(known -> {
            Memberships memberships = Memberships.of(known.fleet());
            List<RepoFacts> facts =
                    targets.values().stream().map(memberships::facts).toList();
            FleetRules.check(FleetFacts.of(known, facts, UnreadRepos.of(sources, unread)), findings);
        });
        return new Read(targets, findings.sorted());
    }

    /** What became of a workspace. */
    public record Read(Map<String, RepoTargets> repos, List<Finding> findings) {
        public Target target(String repo, String environment) {
            return repo(repo).targets().stream()
                    .filter(target -> target.environment().name().text().equals(environment))
                    .findFirst()
                    .orElseThrow();
        }

        /** The targets of a repo with which nothing is wrong. */
        public List<Target> sound(String repo) {
            if (!findings.isEmpty()) {
                throw new AssertionError(findings);
            }
            return repo(repo).targets();
        }

        RepoTargets repo(String name) {
            return Optional.ofNullable(repos.get(name)).orElseThrow();
        }

        /** Each finding as {@code code file:line}. */
        public List<String> codes() {
            List<String> codes = new ArrayList<>();
            for (Finding finding : findings) {
                codes.add(finding.code().id() + " " + place(finding.site()));
            }
            return codes;
        }

        private static String place(Site site) {
            return site instanceof Site.InSpan in
                    ? in.span().path() + ":" + in.span().line()
                    : site.path().map(path -> path.value()).orElse("");
        }
    }
}
