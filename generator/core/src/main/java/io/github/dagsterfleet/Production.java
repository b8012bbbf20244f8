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
import io.github.dagsterfleet.release.FolderPlaces;
import io.github.dagsterfleet.release.Pin;
import io.github.dagsterfleet.release.Unmoved;
import io.github.dagsterfleet.render.Draft;
import io.github.dagsterfleet.render.Scope;
import io.github.dagsterfleet.render.TemplateModels;
import io.github.dagsterfleet.rule.policy.PolicyCheck;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
        Findings findings = new Findings();
        SourcePath folder = RepoSource.generated(repo.name());
        Optional<Manifest> manifest = parts.manifest(folder, findings);
        List<Target> build = repo.build().targets();
        Outcome<List<Draft>> drafts = new RepoArtifacts(renderers, unread, policies, parts.checkouts())
                .render(repo.name(), repo.everywhere(), build, this::isSelected);
        findings.addAll(Released.told(
                drafts.findings(),
                Stream.concat(repo.everywhere().stream(), build.stream()).toList()));
        if (manifest.isEmpty() || drafts.value().isEmpty()) {
            return Prepared.failed(folder, findings.list());
        }
        List<DueFile> due = verified(drafts.value().get(), folder, manifest.get(), findings);
        Prepared prepared = Prepared.of(folder, manifest.get(), due, findings)
                .from(rendered(repo), places(repo))
                .keeping(repo.waiting());
        landing.action()
                .rendered(new RenderedFolder(
                        folder,
                        manifest.get(),
                        drafts.value().get(),
                        prepared.places(),
                        path -> isSpokenOf(path, prepared)));
        return prepared;
    }

    /** The releases whose files are made in this run; of what repos build with, there are files in many folders. */
    private Map<String, Pin> rendered(ResolvedRepo repo) {
        Map<String, Pin> rendered = new LinkedHashMap<>();
        Set<String> places = new LinkedHashSet<>();
        repo.everywhere()
                .forEach(target -> places.add(target.environment().name().text()));
        places.add(Workspace.ALL);
        repo.pins().forEach((place, pin) -> {
            boolean isSelected = place.equals(Workspace.ALL) || isSelected(place);
            if (places.contains(place) && isSelected && !repo.waiting().contains(place)) {
                rendered.put(place, pin);
            }
        });
        return rendered;
    }

    /** Where build-time files render from a release, those of projects are made from it in every other environment too. */
    private FolderPlaces places(ResolvedRepo repo) {
        if (!repo.pins().containsKey(Workspace.ALL)) {
            return FolderPlaces.OF_FOLDERS;
        }
        Set<String> built = new TreeSet<>();
        Stream.concat(repo.everywhere().stream(), repo.build().targets().stream())
                .filter(target ->
                        !target.fleet().isPromoted(target.environment().name().text()))
                .forEach(target -> built.addAll(renderers.ofProjects(target)));
        return new FolderPlaces(built);
    }

    private boolean isSpokenOf(String path, Prepared prepared) {
        return isSelected(top(path)) && !prepared.keeps(path);
    }

    /** What would change of a repo's folder although its release stays. */
    List<Unmoved> unmoved(String repo, Prepared files) {
        return files.unmoved(repo, path -> isSelected(top(path)), parts.toolVersion());
    }

    /** What became of a repo's folder. */
    Produced land(Prepared repo) {
        return landing.land(repo, path -> isSpokenOf(path, repo));
    }

    /** What is left of a repo that is gone: nothing is due there any more. */
    Produced abandoned(String name) {
        Findings findings = new Findings();
        SourcePath folder = RepoSource.generated(name);
        Optional<Manifest> manifest = parts.manifest(folder, findings);
        if (manifest.isEmpty()) {
            return land(Prepared.failed(folder, findings.list()));
        }
        landing.action()
                .rendered(new RenderedFolder(
                        folder, manifest.get(), List.of(), FolderPlaces.OF_FOLDERS, path -> isSelected(top(path))));
        return land(Prepared.of(folder, manifest.get(), List.of(), findings));
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
                        Workspace.GENERATED.resolve(Workspace.ALL),
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
                        FolderPlaces.OF_FOLDERS,
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
