package io.github.dagsterfleet;

import io.github.dagsterfleet.change.DueFile;
import io.github.dagsterfleet.change.Manifest;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.UnreadVars;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.release.Pin;
import io.github.dagsterfleet.render.Draft;
import io.github.dagsterfleet.render.Scope;
import io.github.dagsterfleet.render.TemplateModels;
import io.github.dagsterfleet.rule.policy.PolicyCheck;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Makes the files of one {@code generated} folder: renders and verifies them, and brings them to the disk when told. */
final class Production {
    private final Parts parts;
    private final Renderers renderers;
    private final UnreadVars unread;
    private final PolicyCheck policies;
    private final Request request;
    private final Landing landing;
    private final Set<String> notReleased = new TreeSet<>();

    Production(
            Parts parts,
            Renderers renderers,
            UnreadVars unread,
            PolicyCheck policies,
            Request request,
            PlanAction action) {
        this.parts = parts;
        this.unread = unread;
        this.policies = policies;
        this.renderers = renderers;
        this.request = request;
        this.landing = new Landing(parts, request.discard(), action);
    }

    /** The files of a repo; none when it exists in no environment any more. */
    Prepared repo(ResolvedRepo repo) {
        return repo(repo.name(), repo.everywhere(), repo.waiting()).from(rendered(repo));
    }

    /** The releases whose files are made in this run. */
    private Map<String, Pin> rendered(ResolvedRepo repo) {
        Map<String, Pin> rendered = new LinkedHashMap<>();
        for (Target target : repo.everywhere()) {
            String environment = target.environment().name().text();
            Pin pin = repo.pins().get(environment);
            if (pin != null && isSelected(environment)) {
                rendered.put(environment, pin);
            }
        }
        return rendered;
    }

    /**
     * @param targets in promotion order
     * @param kept the environments whose files stay as they are
     */
    private Prepared repo(String name, List<Target> targets, Set<String> kept) {
        Findings findings = new Findings();
        SourcePath folder = RepoSource.generated(name);
        Optional<Manifest> manifest = parts.manifest(folder, findings);
        Outcome<List<Draft>> drafts = new RepoArtifacts(renderers, unread, policies, parts.checkouts())
                .render(name, targets, this::isSelected);
        findings.addAll(Released.told(drafts.findings(), targets));
        if (manifest.isEmpty() || drafts.value().isEmpty()) {
            return Prepared.failed(folder, findings.list());
        }
        List<DueFile> due = verified(drafts.value().get(), folder, manifest.get(), findings);
        landing.action()
                .rendered(new RenderedFolder(
                        folder, manifest.get(), drafts.value().get(), path -> isSpokenOf(path, kept)));
        return Prepared.of(folder, manifest.get(), due, findings).keeping(kept);
    }

    private boolean isSpokenOf(String path, Set<String> kept) {
        return isSelected(top(path)) && !kept.contains(top(path));
    }

    /** What became of a repo's folder. */
    Produced land(Prepared repo) {
        return landing.land(repo, path -> isSpokenOf(path, repo.kept()));
    }

    /** What is left of a repo that is gone: nothing is due there any more. */
    Produced abandoned(String name) {
        return land(repo(name, List.of(), Set.of()));
    }

    /**
     * What belongs to environments and to the whole fleet, and the schemas that editors read.
     *
     * @param repos the targets of every repo; none when no template sees them
     * @param plans the waves in which repos are deployed
     */
    Produced environments(Workspace workspace, Collection<List<Target>> repos, DeployPlans plans) {
        Findings findings = new Findings();
        Optional<Manifest> manifest = parts.manifest(Workspace.GENERATED, findings);
        EnvironmentArtifacts environments = new EnvironmentArtifacts(renderers, workspace, plans);
        environments.render(findings);
        notReleased.addAll(environments.notReleased());
        List<Draft> drafts = new ArrayList<>(environments.drafts());
        drafts.addAll(renderers
                .ofTree()
                .render(
                        Scope.FLEET,
                        TemplateModels.fleet(workspace.fleet(), repos),
                        Workspace.GENERATED.resolve(RepoArtifacts.ALL),
                        Set.of(),
                        findings)
                .drafts());
        if (manifest.isEmpty() || findings.hasErrors()) {
            return landing.land(Prepared.failed(Workspace.GENERATED, findings.list()), path -> true);
        }
        List<DueFile> due = verified(drafts, Workspace.GENERATED, manifest.get(), findings);
        due.addAll(SchemaFiles.due());
        Predicate<String> inScope =
                path -> plans.tells(path) && !environments.kept().contains(top(path));
        landing.action()
                .rendered(new RenderedFolder(
                        Workspace.GENERATED,
                        manifest.get(),
                        drafts,
                        path -> inScope.test(path) && !SchemaFiles.isSchema(path)));
        return landing.land(Prepared.of(Workspace.GENERATED, manifest.get(), due, findings), inScope)
                .with(environments.unrendered());
    }

    /** Bytes that this very tool has verified before are not verified again, but looked through for secrets. */
    private List<DueFile> verified(List<Draft> drafts, SourcePath folder, Manifest manifest, Findings findings) {
        List<DueFile> due = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            DueFile file = DueFile.of(draft.artifact());
            policies.check(parts.secrets().ofLines(draft::linesPutTogether), findings);
            if (!manifest.vouches(draft.path().relativeTo(folder), file, parts.toolVersion())) {
                draft.verify(findings);
            }
            due.add(file);
        }
        return due;
    }

    /** The environments that have files of their own which were not promoted yet. Known after {@link #environments}. */
    Set<String> notReleased() {
        return notReleased;
    }

    private boolean isSelected(String folder) {
        return request.environments().isEmpty() || request.environments().contains(folder);
    }

    private static String top(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}
