package io.github.dagsterfleet;

import static io.github.dagsterfleet.RingWorkspace.MARK;
import static io.github.dagsterfleet.RingWorkspace.NOTE;
import static io.github.dagsterfleet.RingWorkspace.RINGS;
import static io.github.dagsterfleet.RingWorkspace.note;
import static io.github.dagsterfleet.RingWorkspace.notes;
import static io.github.dagsterfleet.RingWorkspace.pinned;
import static io.github.dagsterfleet.RingWorkspace.pyproject;
import static io.github.dagsterfleet.RingWorkspace.withBuildsAlone;
import static io.github.dagsterfleet.RingWorkspace.withRings;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What repos build with comes from a release of its own. */
class RingsTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAReleaseBuildTimeFilesFollowTheTree() {
        GitWorkspace workspace = withRings(folder);

        workspace.with(NOTE, "two\n").generated();

        assertThat(note(workspace, "alpha")).isEqualTo("two\n");
        assertThat(note(workspace, "beta")).isEqualTo("two\n");
    }

    @Test
    void aChangeOfATemplateReachesOneRingAfterTheOther() {
        GitWorkspace workspace = pinned(folder);

        workspace.with(NOTE, "two\n").generated().commit("Two");
        assertThat(notes(workspace)).isEqualTo("one one one");

        workspace.promoted("alpha", "all");
        assertThat(notes(workspace)).isEqualTo("two one one");
        workspace.promoted("beta", "all");
        assertThat(notes(workspace)).isEqualTo("two two one");
        workspace.promoted("gamma", "all");
        assertThat(notes(workspace)).isEqualTo("two two two");
        assertThat(DiskWorkspace.codes(workspace.files().check())).isEmpty();
    }

    @Test
    void projectsOfEnvironmentsOfTheTreeBelongToWhatIsBuilt() {
        GitWorkspace workspace = pinned(folder).promoted("alpha", "prod");

        workspace.with(MARK, "two\n").generated().commit("Two");

        assertThat(workspace.files().read("repos/alpha/generated/dev/mark.txt")).isEqualTo("one\n");
        workspace.promoted("alpha", "all");
        assertThat(workspace.files().read("repos/alpha/generated/dev/mark.txt")).isEqualTo("two\n");
        assertThat(workspace.files().read("repos/alpha/generated/prod/mark.txt"))
                .as("an environment that renders from a release records what that says")
                .isEqualTo("one\n");
        assertThat(workspace.files().read("repos/beta/generated/dev/mark.txt")).isEqualTo("one\n");
    }

    @Test
    void anotherDagsterReachesTheCanariesFirst() {
        GitWorkspace workspace = withRings(folder)
                .replace(
                        "environments/base.yaml",
                        "LOG_LEVEL: INFO}",
                        "LOG_LEVEL: INFO}\n  pyproject: {project: {name: x, version: 0.1.0, dependencies: [dagster, dagster-cloud]}}")
                .generated()
                .commit("Projects");
        List.of("alpha", "beta").forEach(repo -> workspace.promoted(repo, "all"));

        workspace
                .replace("environments/base.yaml", "dagster: 1.13.27", "dagster: 1.13.26")
                .generated()
                .commit("Another Dagster")
                .promoted("alpha", "all");

        assertThat(pyproject(workspace, "alpha")).contains("\"dagster==1.13.26\"");
        assertThat(pyproject(workspace, "beta")).contains("\"dagster==1.13.27\"");
    }

    @Test
    void whatARepoSaysItselfWaitsForNobody() {
        GitWorkspace workspace = pinned(folder).with(NOTE, "two\n").generated().commit("Two");

        RunReport report = workspace
                .replace("repos/beta/repo.yaml", "team: one", "team: one\nenv: {REGION: eu}")
                .files()
                .generate();

        assertThat(report.unpromoted().live()).isEmpty();
        assertThat(workspace.files().read("repos/beta/generated/all/.env.example"))
                .contains("REGION=eu");
        assertThat(note(workspace, "beta")).isEqualTo("one\n");
        assertThat(DiskWorkspace.codes(workspace.files().check())).isEmpty();
    }

    @Test
    void whatTheReleaseDoesNotKnowWaitsAndKeepsOnlyWhatIsBuilt() {
        GitWorkspace workspace = pinned(folder)
                .with("environments/profiles/large.yaml", "defaults: {env: {SIZE: large}}\n")
                .replace("repos/beta/repo.yaml", "team: one", "team: one\nprofiles: [large]");
        String before = workspace.files().read("repos/beta/generated/all/.env.example");

        RunReport report = workspace.files().generate();

        assertThat(DiskWorkspace.codes(report)).containsExactly("release/waiting repos/beta/repo.yaml");
        assertThat(report.exitCode()).isZero();
        assertThat(workspace.files().read("repos/beta/generated/dev/env_set.json"))
                .contains("SIZE");
        assertThat(workspace.files().read("repos/beta/generated/all/.env.example"))
                .isEqualTo(before);
        assertThat(workspace.files().has("repos/beta/generated/dev/mark.txt")).isTrue();
        assertThat(workspace.files().check().exitCode()).isZero();
    }

    @Test
    void aReleaseThatIsGoneKeepsWhatIsBuiltAndNothingElse() {
        GitWorkspace workspace = pinned(folder);
        String release = workspace.git("rev-parse", "HEAD~3").strip();
        workspace
                .replace("repos/alpha/release.yaml", release, "0".repeat(40))
                .with(NOTE, "two\n")
                .replace("repos/alpha/repo.yaml", "team: one", "team: one\nenv: {REGION: eu}");

        RunReport report = workspace.files().generate();

        assertThat(DiskWorkspace.codes(report)).containsExactly("release/missing-commit repos/alpha/release.yaml");
        assertThat(note(workspace, "alpha")).isEqualTo("one\n");
        assertThat(workspace.files().read("repos/alpha/generated/dev/env_set.json"))
                .contains("REGION");
    }

    @Test
    void aReleaseOfWhatIsBuiltIsToldWhereThereAreNoRingsAnyMore() {
        GitWorkspace workspace = pinned(folder).replace("environments/base.yaml", RINGS, "");

        RunReport report = workspace.files().generate();

        assertThat(DiskWorkspace.codes(report)).containsExactly("release/unused repos/alpha/release.yaml");
        assertThat(report.findings().get(0).message())
                .isEqualTo("environments/base.yaml has no `rings`, and 3 files record what repos build with");
        workspace.with(NOTE, "two\n").files().generate();
        assertThat(note(workspace, "alpha")).isEqualTo("two\n");
    }

    @Test
    void environmentsNeedNotRenderFromReleasesForRepoToBuildFromOne() {
        GitWorkspace workspace = withBuildsAlone(folder);

        workspace.with(NOTE, "two\n").with(MARK, "two\n").generated();

        assertThat(note(workspace, "alpha")).isEqualTo("one\n");
        assertThat(workspace.files().read("repos/alpha/generated/prod/mark.txt"))
                .isEqualTo("one\n");
        assertThat(note(workspace, "beta")).isEqualTo("two\n");
    }

    @Test
    void whereEveryEnvironmentRendersFromAReleaseReposStillBuildWithTheirOwn() {
        GitWorkspace workspace = withRings(folder)
                .replace("environments/base.yaml", "promoted: [prod]", "promoted: [dev, prod]")
                .commit("Everything from releases")
                .promoted("alpha", "dev")
                .with(NOTE, "two\n")
                .generated()
                .commit("Two")
                .promoted("alpha", "all");

        assertThat(note(workspace, "alpha")).isEqualTo("two\n");

        workspace.with(NOTE, "three\n").generated();
        assertThat(note(workspace, "alpha")).isEqualTo("two\n");
    }
}
