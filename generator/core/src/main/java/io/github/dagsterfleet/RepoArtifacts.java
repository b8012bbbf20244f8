package io.github.dagsterfleet;

import io.github.dagsterfleet.dagster.BuildTime;
import io.github.dagsterfleet.dagster.Derivation;
import io.github.dagsterfleet.dagster.Documents;
import io.github.dagsterfleet.dagster.OneWorkflow;
import io.github.dagsterfleet.dagster.VariableGaps;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.Project;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.UnreadVars;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.render.AllEnvironments;
import io.github.dagsterfleet.render.Draft;
import io.github.dagsterfleet.render.Rendered;
import io.github.dagsterfleet.render.Scope;
import io.github.dagsterfleet.render.TemplateModels;
import io.github.dagsterfleet.rule.policy.PolicyCheck;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Everything that is rendered for one repo: derives its targets, checks each and all together, renders. */
final class RepoArtifacts {
    private final Renderers renderers;
    private final UnreadVars unread;
    private final PolicyCheck policies;
    private final Checkouts checkouts;

    /**
     * @param unread is told which of {@code vars} templates read
     * @param checkouts where the code of locations has to be
     */
    RepoArtifacts(Renderers renderers, UnreadVars unread, PolicyCheck policies, Checkouts checkouts) {
        this.renderers = renderers;
        this.unread = unread;
        this.policies = policies;
        this.checkouts = checkouts;
    }

    /**
     * The drafts of a repo, or everything that is wrong with them.
     *
     * @param targets in promotion order
     * @param build what build-time files are made from where that is a release; none where they follow the targets
     * @param selected which folders below {@code generated} to render
     */
    Outcome<List<Draft>> render(String repo, List<Target> targets, List<Target> build, Predicate<String> selected) {
        Findings findings = new Findings();
        List<BuildTime.Copy> copies = copies(targets, findings);
        List<BuildTime.Copy> released = copies(build, findings);
        if (findings.hasErrors()) {
            return Outcome.failed(findings);
        }
        List<BuildTime.Copy> ofTree = ofTree(copies);
        builtOnce(ofTree, findings);
        builtOnce(released, findings);
        findings.addAll(VariableGaps.find(ofTree));
        checkouts.check(repo, ofTree, findings);
        if (copies.isEmpty()) {
            return Outcome.of(List.of(), findings);
        }
        AllEnvironments everywhere = AllEnvironments.of(targets);
        AllEnvironments built = released.isEmpty() ? everywhere : AllEnvironments.of(targets, targets(released));
        SourcePath folder = RepoSource.generated(repo);
        List<Draft> drafts = new ArrayList<>();
        if (selected.test(Workspace.ALL)) {
            BuildTime.Copy first = first(List.of(released, ofTree, copies));
            Part all = new Part(folder.resolve(Workspace.ALL), first, built);
            take(first.target(), rendered(all, Scope.REPO, all, Scope.PROJECT, findings), released.isEmpty(), drafts);
        }
        for (BuildTime.Copy copy : copies) {
            String environment = copy.target().environment().name().text();
            if (selected.test(environment)) {
                Part own = new Part(folder.resolve(environment), copy, everywhere);
                Part projects = released.stream()
                        .filter(other -> isBuiltFor(environment, other))
                        .findFirst()
                        .map(other -> new Part(own.folder, other, built))
                        .orElse(own);
                take(
                        copy.target(),
                        rendered(own, Scope.REPO_AT_ENVIRONMENT, projects, Scope.PROJECT_AT_ENVIRONMENT, findings),
                        released.isEmpty(),
                        drafts);
            }
        }
        Draft.refuseSamePaths(drafts, findings);
        return Outcome.of(drafts, findings);
    }

    private List<BuildTime.Copy> copies(List<Target> targets, Findings findings) {
        List<BuildTime.Copy> copies = new ArrayList<>();
        DocumentCheck documents = new DocumentCheck();
        for (Target target : targets) {
            Outcome<Documents> derived = Derivation.derive(target);
            findings.addAll(derived.findings());
            derived.value().ifPresent(made -> {
                policies.check(target, made.locations(), findings);
                documents.check(target, made, findings);
                copies.add(new BuildTime.Copy(target, made));
            });
        }
        return copies;
    }

    /** What is delivered once for all environments has to be the same in all of them. */
    private static void builtOnce(List<BuildTime.Copy> copies, Findings findings) {
        findings.addAll(BuildTime.check(copies));
        OneWorkflow.check(targets(copies), findings);
    }

    private static List<Target> targets(List<BuildTime.Copy> copies) {
        return copies.stream().map(BuildTime.Copy::target).toList();
    }

    private static BuildTime.Copy first(List<List<BuildTime.Copy>> choices) {
        return choices.stream()
                .filter(choice -> !choice.isEmpty())
                .findFirst()
                .orElseThrow()
                .get(0);
    }

    /** What the tree says: only that can be mended, and what is delivered once for all environments is made from it. */
    private static List<BuildTime.Copy> ofTree(List<BuildTime.Copy> copies) {
        return copies.stream().filter(copy -> copy.target().release().isEmpty()).toList();
    }

    /** Projects of an environment that renders from a release of its own are recorded as that says. */
    private static boolean isBuiltFor(String environment, BuildTime.Copy build) {
        return build.target().environment().name().text().equals(environment)
                && !build.target().fleet().isPromoted(environment);
    }

    /** A part of a repo's folder, and what it is made from. */
    private record Part(SourcePath folder, BuildTime.Copy copy, AllEnvironments everywhere) {
        Target target() {
            return copy.target();
        }
    }

    private List<Rendered> rendered(Part repo, Scope ofRepo, Part projects, Scope ofProjects, Findings findings) {
        List<Rendered> rendered = new ArrayList<>();
        renderers
                .of(repo.target().release(), findings)
                .ifPresent(renderer -> rendered.add(renderer.render(
                        ofRepo,
                        TemplateModels.repo(repo.target(), repo.copy.documents(), repo.everywhere),
                        repo.folder,
                        turnedOff(repo.target()),
                        findings)));
        Target target = projects.target();
        Set<String> off = turnedOff(target);
        renderers.of(target.release(), findings).ifPresent(renderer -> {
            for (Project project : target.projects()) {
                rendered.add(renderer.render(
                        ofProjects,
                        TemplateModels.project(target, projects.copy.documents(), projects.everywhere, project),
                        project.below(projects.folder),
                        off,
                        findings));
            }
        });
        return rendered;
    }

    /** @param whole whether nothing of it is made from another release, which may read what this does not */
    private void take(Target target, List<Rendered> rendered, boolean whole, List<Draft> drafts) {
        if (whole && target.release().isEmpty()) {
            unread.rendered(target, node -> rendered.stream().anyMatch(made -> made.read(node)));
        }
        rendered.forEach(made -> drafts.addAll(made.drafts()));
    }

    private static Set<String> turnedOff(Target target) {
        Set<String> off = new TreeSet<>();
        target.facts()
                .mapping("artifacts")
                .ifPresent(artifacts -> artifacts.forEach(entry -> {
                    if (isFalse(artifacts, entry.name())) {
                        off.add(entry.name());
                    }
                }));
        return off;
    }

    private static boolean isFalse(Mapping artifacts, String path) {
        return artifacts.text(path).filter("false"::equals).isPresent();
    }
}
