package io.github.dagsterfleet;

import static io.github.dagsterfleet.GitWorkspace.refused;
import static io.github.dagsterfleet.RingWorkspace.MARK;
import static io.github.dagsterfleet.RingWorkspace.NOTE;
import static io.github.dagsterfleet.RingWorkspace.RINGS;
import static io.github.dagsterfleet.RingWorkspace.pinned;
import static io.github.dagsterfleet.RingWorkspace.withTwoCanaries;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.release.Hold;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.PinEdit;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What repos build with goes from ring to ring. */
class RingPromotionTest {
    @TempDir
    private Path folder;

    @Test
    void aRingWaitsUntilTheOneBeforeItHasTheReleaseInAllOfItsRepos() {
        GitWorkspace workspace = withTwoCanaries(folder)
                .generated()
                .commit("Two canaries")
                .promoted("alpha", "gamma", "all")
                .promoted("beta", "all")
                .with(NOTE, "two\n")
                .generated()
                .commit("Two")
                .promoted("alpha", "all");

        MoveReport report = workspace.promote("beta", "all");

        assertThat(refused(report)).hasSize(1);
        assertThat(refused(report).get(0))
                .matches("STAGE ring `canary` does not have \\w{9} in all of its repos: `gamma` renders from \\w{9}");
        assertThat(report.next()).containsExactly("dagster-fleet promote --ring canary all");
    }

    @Test
    void aRepoThatWouldBeTheSameWithTheReleaseHoldsNoRingUp() {
        GitWorkspace workspace = withTwoCanaries(folder)
                .with("environments/profiles/large.yaml", "defaults: {env: {SIZE: large}}\n")
                .replace("repos/alpha/repo.yaml", "team: one", "team: one\nprofiles: [large]")
                .replace("repos/beta/repo.yaml", "team: one", "team: one\nprofiles: [large]")
                .generated()
                .commit("Two canaries")
                .promoted("alpha", "gamma", "all")
                .promoted("beta", "all")
                .with("environments/profiles/large.yaml", "defaults: {env: {SIZE: huge}}\n")
                .generated()
                .commit("Huge")
                .promoted("alpha", "gamma", "all");

        MoveReport report = workspace.promote("beta", "all");

        assertThat(refused(report)).isEmpty();
        assertThat(workspace.files().read("repos/beta/generated/all/.env.example"))
                .contains("SIZE=huge");
    }

    @Test
    void theSamePromotionTwiceWritesNothing() {
        GitWorkspace workspace = pinned(folder);
        workspace.files().age();
        Map<String, ?> times = workspace.files().times();

        MoveReport again = workspace.promote("alpha", "all");

        assertThat(again.exitCode()).isZero();
        assertThat(again.moves()).allMatch(Move::isDone);
        assertThat(MoveText.of(again, Object::toString)).contains("nothing to do: alpha builds with all of it since ");
        assertThat(workspace.files().times()).isEqualTo(times);
    }

    @Test
    void aHoldKeepsWhatIsBuilt() {
        GitWorkspace workspace = pinned(folder);

        assertThat(workspace
                        .record(new PinEdit.Holding(new Hold("freeze", Optional.empty())), "alpha", "all")
                        .findings())
                .isEmpty();
        workspace.with(NOTE, "two\n").generated().commit("Two");

        assertThat(refused(workspace.promote("alpha", "all"))).containsExactly("HOLD on hold: freeze");
    }

    @Test
    void withoutRingsNothingOfItIsPromoted() {
        GitWorkspace workspace = GitWorkspace.in(folder);

        MoveReport report = workspace.promote("alpha", "all");

        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(DiskWorkspace.codes(report.run())).containsExactly("usage/arguments");
    }

    @Test
    void whatDiffersIsCountedInTheOrderOfPromotion() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .replace("environments/base.yaml", "environments: [dev, prod]", "environments: [test, dev, prod]");
        workspace.files().append("environments/base.yaml", RINGS);
        workspace.with(NOTE, "one\n").with(MARK, "one\n").generated().commit("Start");
        workspace.promoted("alpha", "all").with(NOTE, "two\n").with(MARK, "two\n");
        workspace.generated().commit("Two");

        MoveReport report = workspace.promote("alpha", "all");

        assertThat(report.differences().byEnvironment().keySet()).containsExactly("test", "dev", "all");
    }

    @Test
    void aTemplateThatIsGoneLeavesWithThePromotion() {
        GitWorkspace workspace = pinned(folder);
        workspace.git("rm", "--quiet", MARK);
        workspace.generated().commit("No mark");
        assertThat(workspace.files().has("repos/alpha/generated/dev/mark.txt")).isTrue();

        workspace.promoted("alpha", "all");

        assertThat(workspace.files().has("repos/alpha/generated/dev/mark.txt")).isFalse();
        assertThat(workspace.files().has("repos/beta/generated/dev/mark.txt")).isTrue();
        assertThat(DiskWorkspace.codes(workspace.files().check())).isEmpty();
    }

    @Test
    void aRingWithAReleaseFileThatCannotBeReadHandsNothingOn() {
        GitWorkspace workspace = pinned(folder).with(NOTE, "two\n").generated().commit("Two");
        workspace
                .with("repos/alpha/release.yaml", "<<<<<<< ours\n=======\n>>>>>>> theirs\n")
                .commit("Merge");

        MoveReport report = workspace.promote("beta", "all");

        assertThat(refused(report))
                .containsExactly("STAGE ring `canary` cannot be told: `alpha` has no readable release.yaml");
        assertThat(report.next()).containsExactly("dagster-fleet check");
    }

    @Test
    void aBranchThatChangesATemplateHasToBeMergedFirst() {
        GitWorkspace workspace = pinned(folder);
        workspace.git("switch", "--quiet", "--create", "draft");
        workspace.with(NOTE, "two\n").commit("Two");

        assertThat(refused(workspace.promote("alpha", "all")))
                .containsExactly("INPUTS the inputs of what `alpha` builds with are not as the default branch has them:"
                        + " merge this branch");
    }

    @Test
    void aRingThatNamesNoRepoHandsNothingOn() {
        GitWorkspace workspace = pinned(folder)
                .replace("environments/base.yaml", "repos: [alpha]", "repos: [alpha, ghost]")
                .with(NOTE, "two\n")
                .commit("A ghost");

        assertThat(refused(workspace.promote("beta", "all")))
                .containsExactly("STAGE ring `canary` cannot be told: `ghost` is no repo");
    }
}
