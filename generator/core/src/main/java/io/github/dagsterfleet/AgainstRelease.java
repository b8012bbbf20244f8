package io.github.dagsterfleet;

import io.github.dagsterfleet.change.difference.Difference;
import io.github.dagsterfleet.change.difference.FolderComparison;
import io.github.dagsterfleet.change.difference.Sides;
import io.github.dagsterfleet.change.difference.Version;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Resolution;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.UnreadVars;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.release.PinnedResolver;
import io.github.dagsterfleet.release.Pins;
import io.github.dagsterfleet.render.Draft;
import io.github.dagsterfleet.render.TemplateSet;
import io.github.dagsterfleet.rule.policy.PolicyCheck;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Compares what is due in an environment with what another release makes there, which is rendered repo by repo as it is
 * needed. Safe for use by several threads.
 */
final class AgainstRelease implements Function<RenderedFolder, List<Difference>> {
    private final Parts before;
    private final String environment;
    private final Set<String> environments;
    private final RepoReader repos;
    private final TargetResolver tree;
    private final Pins pins;
    private final Renderers renderers;
    private final PolicyCheck policies;
    private final Findings findings = new Findings();

    private AgainstRelease(
            Parts before, String environment, Workspace workspace, RepoReader repos, TemplateSet templates) {
        this.before = before;
        this.environment = environment;
        this.environments = workspace.fleet().environments().keySet();
        this.repos = repos;
        this.tree = new TargetResolver(workspace, before.shapes(), new Fold());
        this.pins = before.pins(workspace).orElseThrow();
        this.renderers = new Renderers(templates, Optional.of(pins));
        this.policies = PolicyCheck.of(workspace.fleet(), before.today(), new Findings());
    }

    /**
     * Empty where the tree is so broken that the run tells why.
     *
     * @param before sees the release to compare with in every release.yaml
     */
    static Optional<AgainstRelease> of(Parts before, String environment) {
        WorkspaceReader reader = before.workspaceReader();
        Findings ofTree = new Findings();
        Optional<Workspace> workspace = reader.read(ofTree);
        Optional<TemplateSet> templates = before.templates(ofTree);
        return workspace.isPresent() && templates.isPresent()
                ? Optional.of(new AgainstRelease(before, environment, workspace.get(), reader.repos(), templates.get()))
                : Optional.empty();
    }

    /** What is wrong with the release, of repos that could not be compared. */
    Findings findings() {
        return findings;
    }

    @Override
    public List<Difference> apply(RenderedFolder folder) {
        if (folder.repo().isEmpty() || !folder.speaksOf(environment)) {
            return List.of();
        }
        String repo = folder.repo().get();
        Outcome<List<Draft>> drafts = drafts(repo);
        if (drafts.value().isEmpty()) {
            synchronized (findings) {
                findings.addAll(drafts.findings());
            }
            return List.of();
        }
        SourcePath below = folder.folder().resolve(environment);
        Map<String, Version> versions = new TreeMap<>();
        drafts.value().get().forEach(draft -> versions.put(draft.path().relativeTo(below), Version.rendered(draft)));
        Map<String, Version> due = folder.due(environment);
        return versions.isEmpty() && due.isEmpty()
                ? List.of()
                : new FolderComparison(before.shapes())
                        .compare(folder.repo(), Map.of(environment, new Sides(versions, due)));
    }

    private Outcome<List<Draft>> drafts(String name) {
        Findings wrong = new Findings();
        Optional<RepoSource> repo = repos.read(name, Optional.of(environments), wrong);
        if (repo.isEmpty()) {
            return Outcome.failed(wrong);
        }
        Resolution resolution = new PinnedResolver(pins, tree.ofOneRepo()).resolve(repo.get(), environment);
        if (resolution instanceof Resolution.Waiting waiting) {
            waiting.why().stream().map(Finding::asError).forEach(wrong::add);
            return Outcome.failed(wrong);
        }
        List<Target> targets = resolution.target().stream().toList();
        if (resolution instanceof Resolution.Resolved resolved && targets.isEmpty()) {
            wrong.addAll(resolved.outcome().findings());
            return Outcome.failed(wrong);
        }
        targets.forEach(before.secrets()::inTarget);
        Outcome<List<Draft>> drafts = new RepoArtifacts(renderers, new UnreadVars(), policies, Checkouts.NONE)
                .render(name, targets, List.of(), environment::equals);
        Findings told = new Findings();
        told.addAll(Released.told(drafts.findings(), targets));
        return drafts.value().isPresent() ? drafts : Outcome.failed(told);
    }
}
