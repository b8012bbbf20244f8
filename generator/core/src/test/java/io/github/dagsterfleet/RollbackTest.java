package io.github.dagsterfleet;

import static io.github.dagsterfleet.GitWorkspace.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.OverlayChoice;
import io.github.dagsterfleet.release.PinEdit;
import io.github.dagsterfleet.release.Rollback;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back to what an environment had before. */
class RollbackTest {
    private static final String BASE = "environments/base.yaml";
    private static final String OVERLAY = "repos/alpha/overlays/prod.yaml";
    private static final String PROD = "repos/alpha/generated/prod/env_set.json";
    private static final String RELEASE = "repos/alpha/release.yaml";

    @TempDir
    private Path folder;

    @Test
    void whatWasThereBeforeIsThereAgainAndOnHold() {
        GitWorkspace workspace = twice();
        String first = workspace.git("show", "HEAD~2:" + PROD);

        MoveReport report = workspace.rollBack("alpha", "prod");

        assertThat(refused(report)).isEmpty();
        assertThat(report.exitCode()).isZero();
        assertThat(workspace.files().read(PROD)).isEqualTo(first).contains("INFO");
        assertThat(workspace.files().read(RELEASE)).contains("hold:\n      reason: rolled back from ");
        assertThat(DiskWorkspace.codes(workspace.files().check())).isEmpty();
        workspace.commit("Back");
        assertThat(refused(workspace.promote("alpha", "prod")))
                .singleElement()
                .asString()
                .startsWith("HOLD on hold: rolled back from ");
    }

    @Test
    void nothingElseIsWritten() {
        GitWorkspace workspace = twice().replace(BASE, "DEBUG", "TRACE");
        Map<String, String> before = texts(workspace);

        workspace.rollBack("alpha", "prod");

        Map<String, String> after = texts(workspace);
        after.entrySet().removeAll(before.entrySet());
        assertThat(after.keySet()).containsExactlyInAnyOrder(RELEASE, PROD, "repos/alpha/generated/manifest.json");
    }

    @Test
    void theSameAgainGoesBackOneMoreAndThenThereIsNoMore() {
        GitWorkspace workspace = twice();
        workspace.replace(BASE, "DEBUG", "TRACE").generated().commit("Trace").promoted("alpha", "prod");

        assertThat(workspace.rollBack("alpha", "prod").exitCode()).isZero();
        assertThat(workspace.files().read(PROD)).contains("DEBUG");
        assertThat(workspace.rollBack("alpha", "prod").exitCode()).isZero();
        assertThat(workspace.files().read(PROD)).contains("INFO");
        assertThat(refused(workspace.rollBack("alpha", "prod")))
                .singleElement()
                .asString()
                .startsWith("ORDER nothing was there before ");
    }

    @Test
    void whereNothingWasPromotedThereIsNoWayBack() {
        assertThat(refused(GitWorkspace.in(folder).rollBack("alpha", "prod")))
                .containsExactly("ORDER nothing of it was promoted to `prod` yet");
    }

    @Test
    void aReleaseMayBeNamed() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        String start = workspace.head();
        workspace.promoted("alpha", "prod");
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug").promoted("alpha", "prod");
        workspace.replace(BASE, "DEBUG", "TRACE").generated().commit("Trace").promoted("alpha", "prod");

        assertThat(refused(workspace.rollBack(to("--output=x"), List.of(), "alpha", "prod")))
                .containsExactly("ORDER git knows no commit `--output=x`");
        assertThat(refused(workspace.rollBack(to("main"), List.of(), "alpha", "prod")))
                .singleElement()
                .asString()
                .contains(" does not come before ");
        assertThat(workspace
                        .rollBack(to(start.substring(0, 7)), List.of(), "alpha", "prod")
                        .exitCode())
                .isZero();
        assertThat(workspace.files().read(PROD)).contains("INFO");
        assertThat(workspace.files().read(RELEASE)).doesNotContain("previous:");
    }

    @Test
    void aReleaseThatWasNeverPromotedMayBeNamedToo() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");
        String never = workspace.head();
        workspace.replace(BASE, "DEBUG", "TRACE").generated().commit("Trace").promoted("alpha", "prod");

        assertThat(workspace.rollBack(to(never), List.of(), "alpha", "prod").exitCode())
                .isZero();
        assertThat(workspace.files().read(PROD)).contains("DEBUG");
    }

    @Test
    void anOverlayThatChangedSinceHasToBeDecidedUpon() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .with(OVERLAY, "env: {URGENT: {value: one, required: false}}\n")
                .generated()
                .commit("Overlay")
                .promoted("alpha", "prod");
        String first = workspace.files().read(PROD);
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug").promoted("alpha", "prod");
        workspace
                .with(OVERLAY, "env: {URGENT: {value: two, required: false}}\n")
                .generated()
                .commit("Urgent");
        Map<String, String> before = texts(workspace);

        assertThat(refused(workspace.rollBack("alpha", "prod")))
                .singleElement()
                .asString()
                .startsWith("OVERLAYS overlays/prod.yaml changed since: ");
        assertThat(texts(workspace)).isEqualTo(before);

        assertThat(workspace
                        .rollBack(overlays(OverlayChoice.RESTORE), List.of(), "alpha", "prod")
                        .exitCode())
                .isZero();
        assertThat(workspace.files().read(OVERLAY)).contains("one");
        assertThat(workspace.files().read(PROD)).isEqualTo(first);
        assertThat(DiskWorkspace.codes(workspace.files().check())).isEmpty();
    }

    @Test
    void anOverlayMayStayAsItIs() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug").promoted("alpha", "prod");
        workspace
                .with(OVERLAY, "env: {URGENT: {value: two, required: false}}\n")
                .generated()
                .commit("Urgent");

        assertThat(workspace
                        .rollBack(overlays(OverlayChoice.KEEP), List.of(), "alpha", "prod")
                        .exitCode())
                .isZero();
        assertThat(workspace.files().read(PROD)).contains("two").contains("INFO");
    }

    @Test
    void anOverlayThatWasNotThereIsRemoved() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug").promoted("alpha", "prod");
        workspace
                .with(OVERLAY, "env: {URGENT: {value: two, required: false}}\n")
                .generated()
                .commit("Urgent");

        MoveReport report = workspace.rollBack(overlays(OverlayChoice.RESTORE), List.of(), "alpha", "prod");
        assertThat(report.exitCode())
                .as(report.run().findings() + " " + report.moves())
                .isZero();

        assertThat(workspace.files().has(OVERLAY)).isFalse();
        assertThat(workspace.files().read(PROD)).doesNotContain("URGENT");
    }

    @Test
    void anOverlayThatHistoryLostCannotBeRestored() {
        GitWorkspace workspace = GitWorkspace.in(folder.resolve("one"))
                .with(OVERLAY, "env: {URGENT: {value: one, required: false}}\n")
                .generated()
                .commit("Overlay")
                .promoted("alpha", "prod");
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug").promoted("alpha", "prod");
        workspace
                .with(OVERLAY, "env: {URGENT: {value: two, required: false}}\n")
                .generated()
                .commit("Urgent");
        GitWorkspace clone = workspace.cloned(folder.resolve("two"), "--depth", "1");

        assertThat(refused(clone.rollBack(overlays(OverlayChoice.RESTORE), List.of(), "alpha", "prod")))
                .singleElement()
                .asString()
                .contains("is not in the history that is here");
        assertThat(clone.rollBack(overlays(OverlayChoice.KEEP), List.of(), "alpha", "prod")
                        .exitCode())
                .isZero();
    }

    @Test
    void aLocationThatDidNotExistThenGoesOnlyIfItMay() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        workspace.files().append("repos/alpha/repo.yaml", "  gamma: {code_source: {module_name: gamma}}\n");
        workspace.generated().commit("Gamma").promoted("alpha", "prod");

        assertThat(refused(workspace.rollBack("alpha", "prod")))
                .containsExactly("LOCATIONS `gamma` did not exist then: `--allow-remove` takes it out of `prod`");
        MoveReport report = workspace.rollBack(
                new Rollback.Wish(Optional.empty(), Optional.empty(), true, Optional.of("incident 4711")),
                List.of(),
                "alpha",
                "prod");
        assertThat(report.exitCode()).isZero();
        assertThat(report.deletions())
                .containsExactly("dagster-cloud deployment delete-location gamma --deployment prod");
        assertThat(workspace.files().read("repos/alpha/generated/prod/dagster_cloud.yaml"))
                .doesNotContain("gamma");
        assertThat(workspace.files().read(RELEASE)).contains("reason: incident 4711");
    }

    @Test
    void whatReliesOnItWithANewerReleaseComesAlongOrRefuses() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.files().append("repos/beta/repo.yaml", "needs: [alpha]\n");
        workspace.generated().commit("Needs").promoted("alpha", "beta", "prod");
        String first = workspace.files().read("repos/beta/generated/prod/env_set.json");
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug").promoted("alpha", "beta", "prod");

        MoveReport refused = workspace.rollBack("alpha", "prod");

        assertThat(refused(refused)).containsExactly("DEPENDANTS `beta` relies on it, with a newer release");
        assertThat(refused.next()).containsExactly("dagster-fleet rollback alpha prod --with beta");
        MoveReport both = workspace.rollBack(GitWorkspace.ANYTHING, List.of("beta"), "alpha", "prod");
        assertThat(both.exitCode()).isZero();
        assertThat(both.moves()).extracting(Move::name).containsExactly("alpha", "beta");
        assertThat(workspace.files().read("repos/beta/generated/prod/env_set.json"))
                .isEqualTo(first);
        assertThat(both.order().orElseThrow().waves())
                .extracting(wave -> wave.turns().get(0).repo())
                .containsExactly("beta", "alpha");
    }

    @Test
    void whatReliesOnItWithAnOldReleaseIsNoReasonToWait() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.files().append("repos/beta/repo.yaml", "needs: [alpha]\n");
        workspace.generated().commit("Needs").promoted("alpha", "beta", "prod");
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug").promoted("alpha", "prod");

        assertThat(workspace.rollBack("alpha", "prod").exitCode()).isZero();
    }

    @Test
    void membersOfAGroupGoBackTogether() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .with(
                        BASE,
                        GitWorkspace.in(folder.resolve("other")).files().read(BASE)
                                + "groups:\n  pair: {variables: [LOG_LEVEL], members: [alpha, beta]}\n")
                .generated()
                .commit("Group")
                .promoted("alpha", "beta", "prod");
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug").promoted("alpha", "beta", "prod");

        MoveReport refused = workspace.rollBack("alpha", "prod");

        assertThat(refused(refused)).anyMatch(words -> words.startsWith("GROUPS "));
        assertThat(refused.next()).containsExactly("dagster-fleet rollback alpha prod --with beta");
        assertThat(workspace
                        .rollBack(GitWorkspace.ANYTHING, List.of("beta"), "alpha", "prod")
                        .exitCode())
                .isZero();
    }

    @Test
    void theImageThatRanWithItIsToldAndRecorded() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .replace(BASE, "plus: {platform: serverless}", "plus: {platform: k8s}")
                .replace("repos/alpha/repo.yaml", "module_name: alpha}", "module_name: alpha}, image: x/y:1")
                .replace("repos/beta/repo.yaml", "module_name: beta}", "module_name: beta}, image: x/y:1")
                .generated()
                .commit("Agent")
                .promoted("alpha", "prod");
        String image = "one@sha256:" + "0".repeat(64);
        workspace.record(new PinEdit.Deployed(image), "alpha", "prod");
        workspace.commit("Deployed");
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug").promoted("alpha", "prod");

        MoveReport report = workspace.rollBack("alpha", "prod");

        assertThat(report.moves()).extracting(Move::image).containsExactly(Optional.of(image));
        assertThat(workspace.files().read(RELEASE)).contains("    image: " + image);
    }

    /** Promoted at a first release, and at a second one. */
    private GitWorkspace twice() {
        return GitWorkspace.in(folder)
                .promoted("alpha", "prod")
                .replace(BASE, "INFO", "DEBUG")
                .generated()
                .commit("Debug")
                .promoted("alpha", "prod");
    }

    /** Every file that is not git's, and not a note of ours to ourselves. */
    private static Map<String, String> texts(GitWorkspace workspace) {
        Map<String, String> texts = new TreeMap<>();
        workspace.files().allFiles().forEach((file, bytes) -> {
            if (!file.startsWith(".")) {
                texts.put(file, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return texts;
    }

    private static Rollback.Wish to(String release) {
        return new Rollback.Wish(Optional.of(release), Optional.empty(), false, Optional.empty());
    }

    private static Rollback.Wish overlays(OverlayChoice choice) {
        return new Rollback.Wish(Optional.empty(), Optional.of(choice), false, Optional.empty());
    }
}
