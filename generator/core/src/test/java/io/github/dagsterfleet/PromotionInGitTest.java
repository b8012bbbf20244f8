package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git does to promotions when two people work at once, or one of them rewrites what he did. */
class PromotionInGitTest {
    private static final String BASE = "environments/base.yaml";
    private static final String RELEASE = "repos/alpha/release.yaml";
    private static final String PROD = "repos/alpha/generated/prod/env_set.json";

    @TempDir
    private Path folder;

    @Test
    void promotionsOfTwoReposMergeWithoutAConflict() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.git("switch", "--quiet", "--create", "one");
        workspace.promoted("alpha", "prod");
        workspace.git("switch", "--quiet", "--create", "two", "main");
        workspace.promoted("beta", "prod");

        workspace.git("switch", "--quiet", "main");
        workspace.git("merge", "--quiet", "--no-edit", "one");
        workspace.git("merge", "--quiet", "--no-edit", "two");

        assertThat(DiskWorkspace.changes(workspace.files().check())).isEmpty();
        assertThat(workspace.files().check().summary()).doesNotContain("not in prod yet");
    }

    @Test
    void promotionsOfReposThatNeedEachOtherMergeWithoutAConflict() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.files().append("repos/beta/repo.yaml", "needs: [alpha]\n");
        workspace
                .generated()
                .commit("Needs")
                .promoted("alpha", "prod")
                .promoted("beta", "prod")
                .replace(BASE, "INFO", "DEBUG")
                .generated()
                .commit("Debug");
        workspace.git("switch", "--quiet", "--create", "one");
        workspace.promoted("alpha", "prod");
        workspace.git("switch", "--quiet", "--create", "two", "main");
        workspace.promoted("beta", "prod");

        workspace.git("switch", "--quiet", "main");
        workspace.git("merge", "--quiet", "--no-edit", "one");
        workspace.git("merge", "--quiet", "--no-edit", "two");

        assertThat(DiskWorkspace.changes(workspace.files().check())).isEmpty();
    }

    @Test
    void aPromotionOfAnUpstreamLeavesNothingToGenerate() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.files().append("repos/beta/repo.yaml", "needs: [alpha]\n");
        workspace.generated().commit("Needs").promoted("alpha", "prod");

        assertThat(DiskWorkspace.changes(workspace.files().check())).isEmpty();
        workspace.promoted("beta", "prod");
        assertThat(DiskWorkspace.changes(workspace.files().check())).isEmpty();
    }

    @Test
    void promotionsOfOneRepoConflictInItsReleaseFileAndGenerateHealsTheRest() {
        GitWorkspace workspace = twoReleases();
        String newer = promotedOn(workspace, "two", "main");
        promotedOn(workspace, "one", "main~1");

        assertThat(conflicts(workspace, "merge", "two"))
                .contains(RELEASE)
                .allMatch(path -> path.equals(RELEASE) || path.startsWith("repos/alpha/generated/"));
        assertThat(DiskWorkspace.codes(workspace.files().generate())).containsExactly("release/file " + RELEASE);
        workspace.git("checkout", "--quiet", "--theirs", RELEASE);
        workspace.generated().commit("Merge");

        assertThat(workspace.files().read(PROD)).isEqualTo(newer).contains("DEBUG");
        assertThat(workspace.files().check().exitCode()).isZero();
    }

    @Test
    void theOlderOfTwoReleasesMayBeChosenAsWell() {
        GitWorkspace workspace = twoReleases();
        promotedOn(workspace, "two", "main");
        String older = promotedOn(workspace, "one", "main~1");

        assertThat(conflicts(workspace, "merge", "two")).contains(RELEASE);
        workspace.git("checkout", "--quiet", "--ours", RELEASE);
        workspace.generated().commit("Merge");

        assertThat(workspace.files().read(PROD)).isEqualTo(older).contains("WARNING");
        assertThat(workspace.files().check().exitCode()).isZero();
    }

    @Test
    void twoEnvironmentsOfOneRepoMergeWithoutAConflict() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .replace(BASE, "[dev, prod]", "[dev, staging, prod]")
                .replace(BASE, "promoted: [prod]", "promoted: [staging, prod]")
                .generated()
                .commit("Staging")
                .promoted("alpha", "staging")
                .promoted("alpha", "prod")
                .replace(BASE, "INFO", "WARNING")
                .generated()
                .commit("Warning")
                .promoted("alpha", "staging")
                .replace(BASE, "WARNING", "DEBUG")
                .generated()
                .commit("Debug");
        workspace.git("switch", "--quiet", "--create", "one");
        workspace.promoted("alpha", "prod");
        workspace.git("switch", "--quiet", "--create", "two", "main");
        workspace.promoted("alpha", "staging");

        assertThat(conflicts(workspace, "merge", "one")).allMatch(path -> path.startsWith("repos/alpha/generated/"));
        workspace.generated().commit("Merge");

        assertThat(workspace.files().read(PROD)).contains("WARNING");
        assertThat(workspace.files().read("repos/alpha/generated/staging/env_set.json"))
                .contains("DEBUG");
        assertThat(workspace.files().check().exitCode()).isZero();
    }

    @Test
    void aRebasedPromotionKeepsItsRelease() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.git("switch", "--quiet", "--create", "one");
        workspace.promoted("alpha", "prod");
        workspace.git("switch", "--quiet", "main");
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");
        workspace.git("switch", "--quiet", "one");

        assertThat(conflicts(workspace, "rebase", "main")).allMatch(PromotionInGitTest::isGenerated);
        workspace.generated();
        goOn(workspace, "rebase");

        assertThat(workspace.files().read(PROD)).contains("INFO");
        assertThat(workspace.files().check().exitCode()).isZero();
    }

    @Test
    void aSquashedPromotionKeepsItsRelease() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.git("switch", "--quiet", "--create", "one");
        workspace.promoted("alpha", "prod").promoted("beta", "prod");
        workspace.git("switch", "--quiet", "main");
        workspace.git("merge", "--quiet", "--squash", "one");
        workspace.commit("Promote both");
        workspace.git("branch", "--quiet", "-D", "one");
        workspace.git("reflog", "expire", "--expire=now", "--all");
        workspace.git("gc", "--quiet", "--prune=now");

        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");

        assertThat(workspace.files().read(PROD)).contains("INFO");
        assertThat(workspace.promote("alpha", "prod").exitCode()).isZero();
    }

    @Test
    void aPickedPromotionIsThatPromotion() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.git("switch", "--quiet", "--create", "one");
        workspace.promoted("beta", "prod").promoted("alpha", "prod");
        workspace.git("switch", "--quiet", "main");
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");

        assertThat(conflicts(workspace, "cherry-pick", "one")).allMatch(PromotionInGitTest::isGenerated);
        workspace.generated();
        goOn(workspace, "cherry-pick");

        assertThat(workspace.files().read(PROD)).contains("INFO");
        assertThat(workspace.files().check().summary()).endsWith("; not in prod yet: beta");
    }

    @Test
    void aRevertedPromotionGivesTheFormerFiles() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        String before = workspace.files().read(PROD);
        workspace
                .replace(BASE, "INFO", "DEBUG")
                .generated()
                .commit("Debug")
                .promoted("alpha", "prod")
                .replace(BASE, "DEBUG", "WARNING")
                .generated()
                .commit("Warning");

        assertThat(conflicts(workspace, "revert", "HEAD~1")).allMatch(PromotionInGitTest::isGenerated);
        workspace.generated();
        goOn(workspace, "revert");

        assertThat(workspace.files().read(PROD)).isEqualTo(before);
        assertThat(workspace.files().check().exitCode()).isZero();
    }

    @Test
    void aRevertedFirstPromotionLeavesNothing() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");

        workspace.git("revert", "--no-edit", "HEAD");

        assertThat(workspace.files().has(PROD)).isFalse();
        assertThat(workspace.files().check().summary()).endsWith("; not in prod yet: alpha, beta");
    }

    private static boolean isGenerated(String path) {
        return path.contains("/generated/");
    }

    /** A commit with level DEBUG behind one with level WARNING, and prod on INFO. */
    private GitWorkspace twoReleases() {
        return GitWorkspace.in(folder)
                .promoted("alpha", "prod")
                .replace(BASE, "INFO", "WARNING")
                .generated()
                .commit("Warning")
                .replace(BASE, "WARNING", "DEBUG")
                .generated()
                .commit("Debug");
    }

    /** Begins a branch and promotes there; how the file is then. */
    private static String promotedOn(GitWorkspace workspace, String branch, String from) {
        workspace.git("switch", "--quiet", "--create", branch, from);
        return workspace.promoted("alpha", "prod").files().read(PROD);
    }

    /** What a command leaves for a person to settle. */
    private static List<String> conflicts(GitWorkspace workspace, String... command) {
        new TestGit(workspace.files().root()).tried(command);
        return workspace.git("diff", "--name-only", "--diff-filter=U").lines().toList();
    }

    private static void goOn(GitWorkspace workspace, String command) {
        workspace.git("add", "--all");
        TestGit.Ended ended = new TestGit(workspace.files().root()).tried(command, "--continue");
        assertThat(ended.exitCode() == 0 || ended.printed().contains("in progress"))
                .as(ended.printed())
                .isTrue();
        assertThat(workspace.git("status", "--porcelain")).isEmpty();
    }
}
