package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.change.difference.DifferenceText;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.report.TextReport;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsBehindALinkDoesToo() throws IOException {
        GitWorkspace workspace = GitWorkspace.in(folder).with("dlt.yaml", "defaults: {env: {A: one}}\n");
        Files.createDirectories(folder.resolve(PROFILE).getParent());
        Files.createSymbolicLink(folder.resolve(PROFILE), Path.of("../../dlt.yaml"));
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
        GitWorkspace workspace = GitWorkspace.in(folder)
                .with(TEMPLATE, "kind: one\nname: ${repo.name}\n")
                .generated();
        workspace.commit("Template").promoted("alpha", "prod");
        String alpha = release(workspace, "alpha");
        workspace.replace(BASE, "LOG_LEVEL: INFO", "LOG_LEVEL: DEBUG").generated();
        workspace.commit("Level").promoted("beta", "prod");
        String beta = release(workspace, "beta");
        workspace.with(TEMPLATE, "kind: two\nname: ${repo.name}\n").generated();
        workspace.commit("Other template").promoted("alpha", "beta", "prod");

        MoveReport back = workspace.rollBack("alpha", "beta", "prod");

        assertThat(DifferenceText.print(back.differences(), Span::toString))
                .contains(alpha + ":" + TEMPLATE + ":1:7")
                .contains(beta + ":" + TEMPLATE + ":1:7");
    }

    /** One release of alpha and one of beta, whose base.yaml prod.yaml can make wrong. */
    private GitWorkspace twoReleasesOfOneBase() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .replace(BASE, "env: {LOG_LEVEL: INFO}", "env: {HOST: \"${vars.host}\"}")
                .with(PROD, "deployment: prod\ndefaults: {vars: {host: db}}\n")
                .with("environments/dev.yaml", "deployment: dev\ndefaults: {vars: {host: db}}\n")
                .generated();
        workspace.commit("Hosts").promoted("alpha", "prod");
        workspace.replace("repos/beta/repo.yaml", "team: one", "team: two").generated();
        return workspace.commit("Beta").promoted("beta", "prod");
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
        return new CommitId(file.substring(at, at + 40)).shown();
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
            Optional<Release> first = releases.at(asked(one), findings);
            Optional<Release> second = releases.at(asked(other), findings);
            assertThat(findings.list()).isEmpty();
            return first.orElseThrow().layers() == second.orElseThrow().layers();
        }
    }

    private static Released asked(String commit) {
        return new Released(new CommitId(commit), new SourceText(new SourcePath("release.yaml"), commit).whole());
    }
}
