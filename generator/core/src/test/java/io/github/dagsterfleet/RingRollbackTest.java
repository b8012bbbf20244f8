package io.github.dagsterfleet;

import static io.github.dagsterfleet.GitWorkspace.refused;
import static io.github.dagsterfleet.RingWorkspace.NOTE;
import static io.github.dagsterfleet.RingWorkspace.note;
import static io.github.dagsterfleet.RingWorkspace.pinned;
import static io.github.dagsterfleet.RingWorkspace.withTwoCanaries;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.release.Move;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What repos build with goes back. */
class RingRollbackTest {
    @TempDir
    private Path folder;

    @Test
    void backIsBackForWhatSharedFilesSay() {
        GitWorkspace workspace = pinned(folder);
        workspace.with(NOTE, "two\n").generated().commit("Two").promoted("alpha", "all");
        assertThat(note(workspace, "alpha")).isEqualTo("two\n");

        MoveReport report = workspace.rollBack("alpha", "all");

        assertThat(report.exitCode()).isZero();
        assertThat(note(workspace, "alpha")).isEqualTo("one\n");
        assertThat(DiskWorkspace.codes(workspace.files().check())).isEmpty();
        workspace.commit("Back");
        assertThat(refused(workspace.promote("alpha", "all"))).singleElement().satisfies(words -> assertThat(words)
                .startsWith("HOLD on hold: rolled back from "));
    }

    @Test
    void whereTheRingBeforeWentBackTheNextOneIsToldHow() {
        GitWorkspace workspace = pinned(folder);
        String former = workspace.git("rev-parse", "--short=9", "HEAD~3").strip();
        workspace
                .with(NOTE, "two\n")
                .generated()
                .commit("Two")
                .promoted("alpha", "all")
                .promoted("beta", "all");
        assertThat(workspace.rollBack("alpha", "all").exitCode()).isZero();
        workspace.commit("Back");

        MoveReport report = workspace.promote("beta", "all");

        assertThat(refused(report)).singleElement().asString().startsWith("ORDER a later release, ");
        assertThat(report.next()).containsExactly("dagster-fleet rollback beta all --to " + former);
    }

    @Test
    void whatABuildRecordsHasNoOverlay() {
        assertThat(pinned(folder).files().read("repos/alpha/release.yaml"))
                .contains("repo:\n  release: ")
                .doesNotContain("overlays");
    }

    @Test
    void aRingGoesBackFromWhatItTookLast() {
        GitWorkspace workspace = withTwoCanaries(folder)
                .with("environments/profiles/large.yaml", "defaults: {env: {SIZE: large}}\n")
                .replace("repos/alpha/repo.yaml", "team: one", "team: one\nprofiles: [large]")
                .generated()
                .commit("Two canaries")
                .promoted("alpha", "gamma", "all")
                .with(NOTE, "two\n")
                .generated()
                .commit("Two")
                .promoted("alpha", "gamma", "all")
                .with("environments/profiles/large.yaml", "defaults: {env: {SIZE: huge}}\n")
                .generated()
                .commit("Huge")
                .promoted("alpha", "gamma", "all");
        ReleasedRepos canary = new ReleasedRepos(List.of(), Optional.of("canary"), Optional.empty(), "all");

        MoveReport report =
                workspace.fleet().rollBack(new RollbackRequest(canary, List.of(), GitWorkspace.ANYTHING, false));

        assertThat(report.moves()).extracting(Move::name).containsExactly("alpha");
        assertThat(workspace.files().read("repos/alpha/generated/all/.env.example"))
                .contains("SIZE=large");
        assertThat(note(workspace, "gamma")).isEqualTo("two\n");
    }
}
