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
import io.github.dagsterfleet.render.AllEnvironments;
import io.github.dagsterfleet.render.Draft;
import io.github.dagsterfleet.render.Rendered;
import io.github.dagsterfleet.render.Renderer;
import io.github.dagsterfleet.render.Scope;
import io.github.dagsterfleet.render.TemplateModels;
import io.github.dagsterfleet.rule.policy.PolicyCheck;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Everything that is rendered for one repo: derives its targets, checks each and all together, renders. */
final class RepoArtifacts {
    /** The folder of what is the same in every environment. */
    static final String ALL = "all";

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
     * @param selected which folders below {@code generated} to render
     */
    Outcome<List<Draft>> render(String repo, List<Target> targets, Predicate<String> selected) {
        Findings findings = new Findings();
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
        if (findings.hasErrors()) {
            return Outcome.failed(findings);
        }
        List<BuildTime.Copy> ofTree = ofTree(copies);
        findings.addAll(BuildTime.check(ofTree));
        findings.addAll(VariableGaps.find(ofTree));
        OneWorkflow.check(ofTree.stream().map(BuildTime.Copy::target).toList(), findings);
        checkouts.check(repo, ofTree, findings);
        List<Draft> drafts = new ArrayList<>();
        if (copies.isEmpty()) {
            return Outcome.of(drafts, findings);
        }
        AllEnvironments everywhere = AllEnvironments.of(targets);
        if (selected.test(ALL)) {
            BuildTime.Copy first = ofTree.isEmpty() ? copies.get(0) : ofTree.get(0);
            drafts.addAll(scopes(RepoSource.generated(repo).resolve(ALL), first, everywhere, false, findings));
        }
        for (BuildTime.Copy copy : copies) {
            String environment = copy.target().environment().name().text();
            if (selected.test(environment)) {
                drafts.addAll(
                        scopes(RepoSource.generated(repo).resolve(environment), copy, everywhere, true, findings));
            }
        }
        Draft.refuseSamePaths(drafts, findings);
        return Outcome.of(drafts, findings);
    }

    /** What the tree says: only that can be mended, and what is delivered once for all environments is made from it. */
    private static List<BuildTime.Copy> ofTree(List<BuildTime.Copy> copies) {
        return copies.stream().filter(copy -> copy.target().release().isEmpty()).toList();
    }

    private List<Draft> scopes(
            SourcePath folder,
            BuildTime.Copy copy,
            AllEnvironments everywhere,
            boolean atEnvironment,
            Findings findings) {
        Target target = copy.target();
        Set<String> off = turnedOff(target);
        Optional<Renderer> found = renderers.of(target.release(), findings);
        if (found.isEmpty()) {
            return List.of();
        }
        Renderer renderer = found.get();
        List<Rendered> rendered = new ArrayList<>();
        rendered.add(renderer.render(
                atEnvironment ? Scope.REPO_AT_ENVIRONMENT : Scope.REPO,
                TemplateModels.repo(target, copy.documents(), everywhere),
                folder,
                off,
                findings));
        for (Project project : target.projects()) {
            SourcePath place = project.path().equals(".") ? folder : folder.resolve(project.path());
            rendered.add(renderer.render(
                    atEnvironment ? Scope.PROJECT_AT_ENVIRONMENT : Scope.PROJECT,
                    TemplateModels.project(target, copy.documents(), everywhere, project),
                    place,
                    off,
                    findings));
        }
        if (target.release().isEmpty()) {
            unread.rendered(target, node -> rendered.stream().anyMatch(made -> made.read(node)));
        }
        List<Draft> drafts = new ArrayList<>();
        rendered.forEach(made -> drafts.addAll(made.drafts()));
        return drafts;
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
