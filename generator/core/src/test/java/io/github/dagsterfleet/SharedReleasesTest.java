package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds of repos, each with a release of its own day, have few base.yaml among them. */
class SharedReleasesTest {
    private static final String PROFILE = "environments/profiles/dlt.yaml";

    @TempDir
    private Path folder;

    @Test
    void whatReposSayAndWhatIsGeneratedIsNotShared() throws IOException {
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
    void anotherBaseOrProfileIsAnotherRelease() throws IOException {
        GitWorkspace workspace = GitWorkspace.in(folder).with(PROFILE, "defaults: {env: {A: one}}\n");
        workspace.commit("Profile");
        String first = workspace.head();
        workspace.with(PROFILE, "defaults: {env: {A: two}}\n").commit("Other profile");
        String second = workspace.head();
        workspace
                .replace("environments/base.yaml", "LOG_LEVEL: INFO", "LOG_LEVEL: DEBUG")
                .commit("Other base");

        assertThat(isShared(workspace, first, second)).isFalse();
        assertThat(isShared(workspace, second, workspace.head())).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void behindALinkAnythingMayDiffer() throws IOException {
        GitWorkspace workspace = GitWorkspace.in(folder).with("dlt.yaml", "defaults: {env: {A: one}}\n");
        Files.createDirectories(folder.resolve(PROFILE).getParent());
        Files.createSymbolicLink(folder.resolve(PROFILE), Path.of("../../dlt.yaml"));
        workspace.commit("Link");
        String first = workspace.head();
        workspace.with("dlt.yaml", "defaults: {env: {A: two}}\n").commit("Behind it");

        assertThat(isShared(workspace, first, workspace.head())).isFalse();
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
            Release first = releases.at(release(one), findings).orElseThrow();
            Release second = releases.at(release(other), findings).orElseThrow();
            assertThat(findings.list()).isEmpty();
            assertThat(first.workspace() == second.workspace()).isEqualTo(first.resolver() == second.resolver());
            return first.workspace() == second.workspace();
        }
    }

    private static Released release(String commit) {
        return new Released(new CommitId(commit), new SourceText(new SourcePath("release.yaml"), commit).whole());
    }
}
