package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.layer.Layer;
import io.github.dagsterfleet.layer.LayerPatch;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What no single repo can know: whether names are one of a kind, and whether what is named exists anywhere. */
public final class AcrossRepos {
    private final Workspace workspace;
    private final List<RepoOutline> repos;
    private final Findings findings;

    private AcrossRepos(Workspace workspace, List<RepoOutline> repos, Findings findings) {
        this.workspace = workspace;
        this.repos = repos;
        this.findings = findings;
    }

    /**
     * @param repos sorted by name
     * @param unread all others: a name that one of them may have is not called unknown
     */
    public static void check(Workspace workspace, List<RepoOutline> repos, UnreadRepos unread, Findings findings) {
        AcrossRepos rules = new AcrossRepos(workspace, repos, findings);
        rules.locationNames();
        rules.needs(unread);
        if (unread.isEmpty()) {
            rules.groupMembers();
        }
        if (unread.isEmpty() && repos.stream().allMatch(RepoOutline::complete)) {
            rules.sharedNames();
        }
    }

    /**
     * Says which artifacts are turned off that nobody makes.
     *
     * @param outputs the paths that templates make in a repo
     */
    public static void checkArtifacts(List<RepoOutline> repos, Set<String> outputs, Findings findings) {
        for (RepoOutline repo : repos) {
            for (Scalar artifact : repo.artifacts()) {
                if (!outputs.contains(artifact.text())) {
                    findings.add(unknown(
                            FindingCode.FLEET_UNKNOWN_TEMPLATE,
                            artifact,
                            "no template makes a file `" + artifact.text() + "`",
                            outputs));
                }
            }
        }
    }

    private record Declared(String repo, Scalar name) {}

    /** One deployment has one location of a name: a second one silently replaces the first. */
    private void locationNames() {
        Map<String, Declared> first = new HashMap<>();
        Set<Span> told = new HashSet<>();
        for (String environment : workspace.fleet().environments().keySet()) {
            first.clear();
            for (RepoOutline repo : repos) {
                repo.locations().forEach((name, environments) -> {
                    if (!environments.contains(environment)) {
                        return;
                    }
                    Declared other = first.putIfAbsent(name.text(), new Declared(repo.repo(), name));
                    if (other != null && told.add(name.span())) {
                        findings.add(Finding.at(
                                        FindingCode.FLEET_DUPLICATE_LOCATION,
                                        name.origin(),
                                        "repos `" + other.repo + "` and `" + repo.repo() + "` both have a location `"
                                                + name.text() + "`, and Dagster+ would let one replace the other")
                                .label("taken")
                                .note("it is declared first here", other.name.origin())
                                .help("give one of them another name, such as `" + repo.repo() + "-" + name.text()
                                        + "`"));
                    }
                });
            }
        }
    }

    private void needs(UnreadRepos unread) {
        Set<String> locations = new HashSet<>();
        repos.forEach(repo -> repo.locations().keySet().forEach(name -> locations.add(name.text())));
        for (RepoOutline repo : repos) {
            for (Scalar need : repo.needs()) {
                if (!locations.contains(need.text()) && !unread.mayDeclare(need.text())) {
                    findings.add(unknown(
                            FindingCode.FLEET_UNKNOWN_NEED,
                            need,
                            "no repo has a location `" + need.text() + "`",
                            locations));
                }
            }
        }
    }

    /** What a shared layer says by name counts for the repos that have the name; some repo must. */
    private void sharedNames() {
        Set<String> locations = new HashSet<>();
        Set<String> projects = new HashSet<>();
        for (RepoOutline repo : repos) {
            repo.locations().keySet().forEach(name -> locations.add(name.text()));
            projects.addAll(repo.projects());
        }
        for (Layer layer : workspace.layers()) {
            for (LayerPatch.Named named : layer.patch().locations().values()) {
                if (!locations.contains(named.name().text())) {
                    findings.add(unknown(
                            FindingCode.FLEET_UNKNOWN_LOCATION,
                            named.name(),
                            "no repo declares a location `" + named.name().text() + "`",
                            locations));
                }
            }
            for (LayerPatch.Named named : layer.patch().projects().values()) {
                if (!projects.contains(named.name().text())) {
                    findings.add(unknown(
                            FindingCode.FLEET_UNKNOWN_PROJECT,
                            named.name(),
                            "no location of any repo lives in a project `"
                                    + named.name().text() + "`",
                            projects));
                }
            }
        }
    }

    private void groupMembers() {
        List<String> names = repos.stream().map(RepoOutline::repo).toList();
        workspace
                .fleet()
                .document()
                .mapping("groups")
                .ifPresent(groups -> groups.forEach(group -> {
                    if (group.value() instanceof Mapping facts) {
                        for (Scalar member : Catalogue.scalars(facts.get("members"))) {
                            if (!names.contains(member.text())) {
                                findings.add(unknown(
                                        FindingCode.FLEET_UNKNOWN_MEMBER,
                                        member,
                                        "group `" + group.name() + "` has a member `" + member.text()
                                                + "`, which is no repo",
                                        names));
                            }
                        }
                    }
                }));
    }

    private static Finding unknown(FindingCode code, Scalar name, String message, Collection<String> known) {
        Finding finding = Finding.at(code, name.origin(), message).label("unknown");
        return Suggestions.help(
                finding, name.text(), known.stream().sorted().toList(), "take it out, or correct the name");
    }
}
