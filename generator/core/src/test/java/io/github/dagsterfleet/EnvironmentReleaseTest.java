package io.github.dagsterfleet;

import static io.github.dagsterfleet.GitWorkspace.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.release.Hold;
import io.github.dagsterfleet.release.Move;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an environment has that is no repo's, and what holds of all of an environment. */
class EnvironmentReleaseTest {
    private static final String TEMPLATE = "templates/environment/note.txt.ftl";
    private static final String NOTE = "environments/generated/prod/note.txt";
    private static final String DEV = "environments/generated/dev/note.txt";
    private static final String RELEASE = "environments/prod.release.yaml";

    @TempDir
    private Path folder;

    @Test
    void itIsNotThereBeforeItIsPromoted() {
        GitWorkspace workspace = withNote();

        RunReport report = workspace.files().check();

        assertThat(report.exitCode()).isZero();
        assertThat(report.summary()).endsWith("; not in prod yet: alpha, beta, environments");
        assertThat(workspace.files().has(DEV)).isTrue();
        assertThat(workspace.files().has(NOTE)).isFalse();
    }

    @Test
    void aChangeOfItsTemplateWaitsForItsPromotion() {
        GitWorkspace workspace = withNote().promoted("prod");
        assertThat(workspace.files().read(NOTE)).isEqualTo("one\n");

        workspace.with(TEMPLATE, "two\n").generated().commit("Two");

        assertThat(workspace.files().read(DEV)).isEqualTo("two\n");
        assertThat(workspace.files().read(NOTE)).isEqualTo("one\n");
        assertThat(DiskWorkspace.codes(workspace.files().check())).isEmpty();
        workspace.promoted("prod");
        assertThat(workspace.files().read(NOTE)).isEqualTo("two\n");
        assertThat(DiskWorkspace.codes(workspace.files().check())).isEmpty();
    }

    @Test
    void itsOwnFileIsLive() {
        GitWorkspace workspace = withNote()
                .with(TEMPLATE, "to ${verbatim(environment.deployment)}\n")
                .generated()
                .commit("Deployment")
                .promoted("prod");
        assertThat(workspace.files().read(NOTE)).isEqualTo("to prod\n");

        workspace
                .with(TEMPLATE, "now ${verbatim(environment.deployment)}\n")
                .with("environments/prod.yaml", "deployment: prod-eu\n")
                .generated();

        assertThat(workspace.files().read(NOTE)).isEqualTo("to prod-eu\n");
    }

    @Test
    void theSamePromotionTwiceWritesNothing() {
        GitWorkspace workspace = withNote().promoted("prod");
        workspace.files().age();
        Map<String, ?> times = workspace.files().times();

        MoveReport again = workspace.promote("prod");

        assertThat(again.exitCode()).isZero();
        assertThat(again.moves()).allMatch(Move::isDone);
        assertThat(workspace.files().times()).isEqualTo(times);
    }

    @Test
    void theCommandThatFollowsCommitsWhatWasWritten() {
        GitWorkspace workspace = withNote();

        MoveReport report = workspace.promote("prod");

        assertThat(report.next())
                .containsExactly("git add --all environments && git commit -m \"Promote environments to prod\"");
    }

    @Test
    void whatIsNotCommittedIsNotPromoted() {
        GitWorkspace workspace = withNote().with(TEMPLATE, "two\n").generated();

        assertThat(refused(workspace.promote("prod"))).containsExactly("INPUTS not committed: " + TEMPLATE);
        assertThat(workspace.files().has(RELEASE)).isFalse();
    }

    @Test
    void aReleaseThatIsGoneKeepsItsFilesAndNoOthers() {
        GitWorkspace workspace = withNote().promoted("prod");
        String pinned = workspace.git("rev-parse", "HEAD~1").strip();
        workspace.replace(RELEASE, pinned, "0".repeat(40)).with(TEMPLATE, "two\n");

        RunReport report = workspace.files().generate();

        assertThat(DiskWorkspace.codes(report)).containsExactly("release/missing-commit " + RELEASE);
        assertThat(workspace.files().read(NOTE)).isEqualTo("one\n");
        assertThat(workspace.files().read(DEV)).isEqualTo("two\n");
    }

    @Test
    void aHoldOfEverythingKeepsReposAndTheEnvironmentItself() {
        GitWorkspace workspace = withNote();
        Hold hold = new Hold("year end", Optional.of(GitWorkspace.TODAY));

        assertThat(workspace.fleet().holdEverything("prod", Optional.of(hold)).value())
                .contains(true);
        assertThat(workspace.fleet().holdEverything("prod", Optional.of(hold)).value())
                .contains(false);
        workspace.commit("Hold");

        assertThat(refused(workspace.promote("alpha", "prod")))
                .containsExactly("HOLD everything in `prod` is on hold until 2026-11-22: year end");
        assertThat(refused(workspace.promote("prod")))
                .containsExactly("HOLD everything in `prod` is on hold until 2026-11-22: year end");
        assertThat(DiskWorkspace.codes(workspace.files().check())).isEmpty();

        assertThat(workspace.fleet().holdEverything("prod", Optional.empty()).value())
                .contains(true);
        assertThat(workspace.promote("alpha", "prod").exitCode()).isZero();
    }

    @Test
    void onlyAnEnvironmentThatRendersFromReleasesIsHeld() {
        assertThat(withNote()
                        .fleet()
                        .holdEverything("dev", Optional.of(new Hold("no", Optional.empty())))
                        .findings())
                .hasSize(1);
    }

    @Test
    void aDeployPlanFollowsThePromotionsOfRepos() {
        GitWorkspace workspace = withNote().promoted("prod");
        workspace.files().append("repos/beta/repo.yaml", "needs: [alpha]\n");
        workspace.generated().commit("Needs");

        workspace.promoted("alpha", "beta", "prod");

        assertThat(DiskWorkspace.codes(workspace.files().check())).isEmpty();
        assertThat(workspace.files().read("environments/generated/prod/deploy_plan.json"))
                .contains("beta");
    }

    private GitWorkspace withNote() {
        return GitWorkspace.in(folder).with(TEMPLATE, "one\n").generated().commit("Note");
    }
}
