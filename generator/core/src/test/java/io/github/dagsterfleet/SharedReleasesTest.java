package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.change.difference.DifferenceText;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.report.TextReport;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.layer.Layer;
import io.github.dagsterfleet.release.History;
import io.github.dagsterfleet.release.Release;
import io.github.dagsterfleet.release.Releases;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.WorkTree;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hundreds of repos, each with a release of its own day, have few base.yaml among them: what releases have alike is read
 * once, and told of each under its own name.
 */
class SharedReleasesTest {
    private static final String BASE = "environments/base.yaml";
    private static final String PROD = "environments/prod.yaml";
    private static final String PROFILE = "environments/profiles/dlt.yaml";
    private static final String TEMPLATE = "templates/repo@environment/note.yaml.ftl";

    @TempDir
    private Path folder;

    @Test
    void whatReposSayAndWhatIsGeneratedDoesNotTellReleasesApart() throws IOException {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.with(PROFILE, "defaults: {env: {A: one}}\n").commit("Profile");
        String first = workspace.head();
        workspace
                .with("environments/prod.release.yaml", "format: 1\nenvironments: {}\n")
                .replace("repos/alpha/repo.yaml", "team: one", "team: two")
                .with("environments/generated/prod/deploy_plan.json", "{}\n")
                .commit("Alpha");

        assertThat(isShared(workspace, first, workspace.head())).isTrue();
    }

    @Test
    void anotherBaseOrProfileDoes() throws IOException {
        GitWorkspace workspace = GitWorkspace.in(folder).with(PROFILE, "defaults: {env: {A: one}}\n");
        workspace.commit("Profile");
        String first = workspace.head();
        workspace.with(PROFILE, "defaults: {env: {A: two}}\n").commit("Other profile");
        String second = workspace.head();
        workspace.replace(BASE, "LOG_LEVEL: INFO", "LOG_LEVEL: DEBUG").commit("Other base");

        assertThat(isShared(workspace, first, second)).isFalse();
        assertThat(isShared(workspace, second, workspace.head())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {PROFILE, "environments/profiles/dlt.release.yaml"})
    @EnabledOnOs(OS.LINUX)
    void whatIsBehindALinkDoesToo(String profile) throws IOException {
        GitWorkspace workspace = GitWorkspace.in(folder).with("dlt.yaml", "defaults: {env: {A: one}}\n");
        Files.createDirectories(folder.resolve(profile).getParent());
        Files.createSymbolicLink(folder.resolve(profile), Path.of("../../dlt.yaml"));
        workspace.commit("Link");
        String first = workspace.head();
        workspace.commit("Nothing");
        String second = workspace.head();
        workspace.with("dlt.yaml", "defaults: {env: {A: two}}\n").commit("Behind it");

        assertThat(isShared(workspace, first, second)).isTrue();
        assertThat(isShared(workspace, second, workspace.head())).isFalse();
    }

    @Test
    void anErrorIsToldOfEachReleaseUnderItsOwnName() {
        GitWorkspace workspace = twoReleasesOfOneBase();
        workspace
                .replace(BASE, "env: {HOST: \"${vars.host}\"}", "env: {}")
                .with(PROD, "deployment: prod\n")
                .with("environments/dev.yaml", "deployment: dev\n")
                .commit("Without hosts");

        for (int threads : List.of(1, 8)) {
            RunReport report = new DagsterFleet(workspace.files().root(), threads, GitWorkspace.TODAY, Progress.SILENT)
                    .check(Request.EVERYTHING);

            String told = new TextReport(false).print(report.findings());
            for (String repo : List.of("alpha", "beta")) {
                assertThat(alone(workspace, repo))
                        .contains("repos/" + repo + "/release.yaml:5:14")
                        .contains(release(workspace, repo) + ":" + BASE);
                assertThat(told).contains(errors(alone(workspace, repo)));
            }
        }
        assertThat(release(workspace, "alpha")).isNotEqualTo(release(workspace, "beta"));
    }

    @Test
    void anErrorOfOneReleaseRefusesNoPromotionOfAnotherRepo() {
        GitWorkspace workspace = twoReleasesOfOneBase();
        workspace
                .with("repos/alpha/overlays/prod.yaml", "env: {HOST: {$remove: true}, OTHER: \"${vars.other}\"}\n")
                .with("repos/beta/overlays/dev.yaml", "env: {MORE: x}\n");
        workspace.commit("Alpha alone is wrong");

        MoveReport report = workspace.promote("beta", "prod");

        assertThat(GitWorkspace.refused(report)).isEmpty();
    }

    @Test
    void aTemplateIsNamedAsOfTheReleaseThatIsRendered() {
        GitWorkspace workspace = GitWorkspace.in(folder).with(TEMPLATE, "kind: one\nname: ${repo.name}\n");
        twoReleases(workspace, BASE, "LOG_LEVEL: INFO", "LOG_LEVEL: DEBUG");

        assertThatGoingBackNames(workspace, TEMPLATE, "kind: one", "kind: two", TEMPLATE + ":1:7");
    }

    @Test
    void theOrganisationIsNamedAsOfTheReleaseThatIsRendered() {
        GitWorkspace workspace = GitWorkspace.in(folder).with(TEMPLATE, "of: ${organization}\n");
        twoReleases(workspace, "repos/beta/repo.yaml", "team: one", "team: two");

        assertThatGoingBackNames(workspace, BASE, "organization: acme", "organization: apex", BASE + ":2:15");
    }

    @Test
    void whatAProjectHasIsNamedAsOfTheReleaseThatIsRendered() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .replace(
                        BASE,
                        "env: {LOG_LEVEL: INFO}",
                        "pyproject: {project: {name: code, version: \"1\", description: one, dependencies: [dagster, dagster-cloud]}}");
        twoReleases(workspace, "repos/beta/repo.yaml", "team: one", "team: two");

        assertThatGoingBackNames(workspace, BASE, "description: one", "description: two", BASE);
    }

    @Test
    void brokenTemplatesAreToldOfEachReleaseThatHasThem() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.promoted("alpha", "beta", "prod").with(TEMPLATE, "<#if>\n").commit("Broken");
        String first = workspace.head();
        workspace.replace("repos/beta/repo.yaml", "team: one", "team: two").commit("Beta");
        String second = workspace.head();
        pin(workspace, "alpha", first);
        pin(workspace, "beta", second);
        workspace.git("rm", "--quiet", TEMPLATE);
        workspace.replace(BASE, "LOG_LEVEL: INFO", "LOG_LEVEL: DEBUG").commit("Mended");

        String told = new TextReport(false).print(workspace.files().check().findings());

        assertThat(told)
                .contains("repos/alpha/release.yaml:5:14", shown(first) + ":" + TEMPLATE)
                .contains("repos/beta/release.yaml:5:14", shown(second) + ":" + TEMPLATE);
    }

    /** As a promotion of a version that found nothing wrong would have left it. */
    private static void pin(GitWorkspace workspace, String repo, String commit) {
        String file = "repos/" + repo + "/release.yaml";
        String before = workspace.files().read(file);
        workspace.with(file, before.replaceFirst("release: \\w+", "release: " + commit));
    }

    /** One release of alpha and one of beta, whose base.yaml prod.yaml can make wrong. */
    private GitWorkspace twoReleasesOfOneBase() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .replace(BASE, "env: {LOG_LEVEL: INFO}", "env: {HOST: \"${vars.host}\"}")
                .with(PROD, "deployment: prod\ndefaults: {vars: {host: db}}\n")
                .with("environments/dev.yaml", "deployment: dev\ndefaults: {vars: {host: db}}\n");
        twoReleases(workspace, "repos/beta/repo.yaml", "team: one", "team: two");
        return workspace;
    }

    /** One release of alpha and, after a change, one of beta. */
    private static void twoReleases(GitWorkspace workspace, String file, String before, String after) {
        workspace.generated().commit("Alpha's").promoted("alpha", "prod");
        workspace.replace(file, before, after).generated();
        workspace.commit("Beta's").promoted("beta", "prod");
    }

    /** Both go on to one release with a change, and from it back to their own. */
    private static void assertThatGoingBackNames(
            GitWorkspace workspace, String file, String before, String after, String place) {
        String alpha = release(workspace, "alpha");
        String beta = release(workspace, "beta");
        workspace.replace(file, before, after).generated();
        workspace.commit("Change").promoted("alpha", "beta", "prod");

        MoveReport back = workspace.rollBack("alpha", "beta", "prod");

        assertThat(DifferenceText.print(back.differences(), Span::toString))
                .contains(alpha + ":" + place)
                .contains(beta + ":" + place);
    }

    private static String alone(GitWorkspace workspace, String repo) {
        RunReport report = workspace.fleet().check(new Request(List.of(repo), List.of(), List.of(), false));
        return new TextReport(false).print(report.findings());
    }

    /** What is told before the line that counts it. */
    private static String errors(String told) {
        return told.substring(0, told.lastIndexOf("\n\n"));
    }

    /** The release that a repo has in prod, shortened. */
    private static String release(GitWorkspace workspace, String repo) {
        String file = workspace.files().read("repos/" + repo + "/release.yaml");
        int at = file.indexOf("release: ") + "release: ".length();
        return shown(file.substring(at, at + 40));
    }

    private static String shown(String commit) {
        return new CommitId(commit).shown();
    }

    /** Whether what repos share is read once for both commits. */
    private static boolean isShared(GitWorkspace workspace, String one, String other) throws IOException {
        Path root = workspace.files().root();
        Shapes shapes = Shapes.standard();
        Findings findings = new Findings();
        Workspace tree =
                new WorkspaceReader(WorkTree.of(root), shapes).read(findings).orElseThrow();
        try (History history = new History(root)) {
            Releases releases = new Releases(history, tree, shapes);
            RepoSource alpha = new WorkspaceReader(WorkTree.of(root), shapes)
                    .repos()
                    .read("alpha", Optional.of(Set.of("dev", "prod")), findings)
                    .orElseThrow();
            Set<Layer> lowest = Collections.newSetFromMap(new IdentityHashMap<>());
            for (String commit : List.of(one, other)) {
                Released asked = asked(commit);
                Release release = releases.at(asked, findings).orElseThrow();
                Target target =
                        release.resolver(asked).resolve(alpha, "prod").target().orElseThrow();
                lowest.add(target.layers().get(0));
            }
            assertThat(findings.list()).isEmpty();
            return lowest.size() == 1;
        }
    }

    private static Released asked(String commit) {
        return new Released(new CommitId(commit), new SourceText(new SourcePath("release.yaml"), commit).whole());
    }
}
