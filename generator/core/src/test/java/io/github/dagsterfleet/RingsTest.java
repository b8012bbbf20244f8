package io.github.dagsterfleet;

import static io.github.dagsterfleet.GitWorkspace.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.release.Hold;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.PinEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What repos build with goes from ring to ring: alpha first, then beta, then gamma, which is in no ring. */
class RingsTest {
    private static final String RINGS =
            """
            rings:
              - {name: canary, repos: [alpha]}
              - {name: early, repos: [beta]}
            """;

    private static final String NOTE = "templates/repo/note.txt.ftl";
    private static final String MARK = "templates/project@environment/mark.txt.ftl";

    @TempDir
    private Path folder;

    @Test
    void withoutAReleaseBuildTimeFilesFollowTheTree() {
        GitWorkspace workspace = withRings();

        workspace.with(NOTE, "two\n").generated();

        assertThat(note(workspace, "alpha")).isEqualTo("two\n");
        assertThat(note(workspace, "beta")).isEqualTo("two\n");
    }

    @Test
    void aChangeOfATemplateReachesOneRingAfterTheOther() {
        GitWorkspace workspace = pinned();

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
        GitWorkspace workspace = pinned().promoted("alpha", "prod");

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
        GitWorkspace workspace = withRings()
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
        GitWorkspace workspace = pinned().with(NOTE, "two\n").generated().commit("Two");

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
        GitWorkspace workspace = pinned().with("environments/profiles/large.yaml", "defaults: {env: {SIZE: large}}\n")
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
        GitWorkspace workspace = pinned();
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
    void aRingWaitsUntilTheOneBeforeItHasTheReleaseInAllOfItsRepos() {
        GitWorkspace workspace = withRings()
                .replace("environments/base.yaml", "repos: [alpha]", "repos: [alpha, gamma]")
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
        GitWorkspace workspace = withRings()
                .replace("environments/base.yaml", "repos: [alpha]", "repos: [alpha, gamma]")
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
        GitWorkspace workspace = pinned();
        workspace.files().age();
        Map<String, ?> times = workspace.files().times();

        MoveReport again = workspace.promote("alpha", "all");

        assertThat(again.exitCode()).isZero();
        assertThat(again.moves()).allMatch(Move::isDone);
        assertThat(MoveText.of(again, Object::toString)).contains("nothing to do: alpha builds with all of it since ");
        assertThat(workspace.files().times()).isEqualTo(times);
    }

    @Test
    void backIsBackForWhatSharedFilesSay() {
        GitWorkspace workspace = pinned();
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
        GitWorkspace workspace = pinned();
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
        assertThat(pinned().files().read("repos/alpha/release.yaml"))
                .contains("repo:\n  release: ")
                .doesNotContain("overlays");
    }

    @Test
    void aRingGoesBackFromWhatItTookLast() {
        GitWorkspace workspace = withRings()
                .replace("environments/base.yaml", "repos: [alpha]", "repos: [alpha, gamma]")
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

    @Test
    void aHoldKeepsWhatIsBuilt() {
        GitWorkspace workspace = pinned();

        assertThat(workspace
                        .record(new PinEdit.Holding(new Hold("freeze", Optional.empty())), "alpha", "all")
                        .findings())
                .isEmpty();
        workspace.with(NOTE, "two\n").generated().commit("Two");

        assertThat(refused(workspace.promote("alpha", "all"))).containsExactly("HOLD on hold: freeze");
    }

    @Test
    void anotherVersionOfTheToolChangesNothingUntilItIsAccepted() {
        GitWorkspace workspace = pinned().madeOtherwise("alpha", "dev/mark.txt", text -> "uno\n")
                .madeOtherwise("beta", "all/note.txt", text -> "uno\n");

        RunReport report = workspace.fleet("9.0.0").generate(Request.EVERYTHING);

        assertThat(DiskWorkspace.codes(report)).containsExactly("release/tool-changed repos/alpha/release.yaml");
        assertThat(report.findings().get(0).message()).contains("2 files of 2 repos in `all`");
        assertThat(workspace.files().read("repos/alpha/generated/dev/mark.txt")).isEqualTo("uno\n");
        assertThat(note(workspace, "beta")).isEqualTo("uno\n");
        workspace.commit("Upgrade");
        assertThat(workspace.accept("9.0.0", "beta", "all").next())
                .containsExactly("dagster-fleet promote --ring canary all --same-release");
        assertThat(workspace.accept("9.0.0", "alpha", "all").exitCode()).isZero();
        assertThat(workspace.files().read("repos/alpha/generated/dev/mark.txt")).isEqualTo("one\n");
        assertThat(workspace.commit("Accept").accept("9.0.0", "beta", "all").exitCode())
                .isZero();
        assertThat(DiskWorkspace.codes(workspace.fleet("9.0.0").check(Request.EVERYTHING)))
                .isEmpty();
    }

    @Test
    void withoutRingsNothingOfItIsPromoted() {
        GitWorkspace workspace = GitWorkspace.in(folder);

        MoveReport report = workspace.promote("alpha", "all");

        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(DiskWorkspace.codes(report.run())).containsExactly("usage/arguments");
    }

    @Test
    void aReleaseOfWhatIsBuiltIsToldWhereThereAreNoRingsAnyMore() {
        GitWorkspace workspace = pinned().replace("environments/base.yaml", RINGS, "");

        RunReport report = workspace.files().generate();

        assertThat(DiskWorkspace.codes(report)).containsExactly("release/unused repos/alpha/release.yaml");
        assertThat(report.findings().get(0).message())
                .isEqualTo("environments/base.yaml has no `rings`, and 3 files record what repos build with");
        workspace.with(NOTE, "two\n").files().generate();
        assertThat(note(workspace, "alpha")).isEqualTo("two\n");
    }

    @Test
    void environmentsNeedNotRenderFromReleasesForRepoToBuildFromOne() {
        GitWorkspace workspace = withRings()
                .replace("environments/base.yaml", "promoted: [prod]\n", "")
                .generated()
                .commit("Everything from the tree")
                .promoted("alpha", "all");

        workspace.with(NOTE, "two\n").with(MARK, "two\n").generated();

        assertThat(note(workspace, "alpha")).isEqualTo("one\n");
        assertThat(workspace.files().read("repos/alpha/generated/prod/mark.txt"))
                .isEqualTo("one\n");
        assertThat(note(workspace, "beta")).isEqualTo("two\n");
    }

    @Test
    void aTemplateThatIsGoneLeavesWithThePromotion() {
        GitWorkspace workspace = pinned();
        workspace.git("rm", "--quiet", MARK);
        workspace.generated().commit("No mark");
        assertThat(workspace.files().has("repos/alpha/generated/dev/mark.txt")).isTrue();

        workspace.promoted("alpha", "all");

        assertThat(workspace.files().has("repos/alpha/generated/dev/mark.txt")).isFalse();
        assertThat(workspace.files().has("repos/beta/generated/dev/mark.txt")).isTrue();
        assertThat(DiskWorkspace.codes(workspace.files().check())).isEmpty();
    }

    @Test
    void whereEveryEnvironmentRendersFromAReleaseReposStillBuildWithTheirOwn() {
        GitWorkspace workspace = withRings()
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

    @Test
    void anotherVersionOfTheToolWaitsInARunOverOneEnvironmentToo() {
        GitWorkspace workspace = pinned().madeOtherwise("alpha", "dev/mark.txt", text -> "uno\n");

        RunReport report = workspace.fleet("9.0.0").generate(new Request(List.of(), List.of("dev"), List.of(), false));

        assertThat(DiskWorkspace.codes(report)).containsExactly("release/tool-changed repos/alpha/release.yaml");
        assertThat(workspace.files().read("repos/alpha/generated/dev/mark.txt")).isEqualTo("uno\n");
    }

    @Test
    void anotherVersionOfTheToolWaitsWhereNoEnvironmentRendersFromAReleaseToo() {
        GitWorkspace workspace = withRings()
                .replace("environments/base.yaml", "promoted: [prod]\n", "")
                .generated()
                .commit("Everything from the tree")
                .promoted("alpha", "all")
                .madeOtherwise("alpha", "all/note.txt", text -> "uno\n");

        RunReport report = workspace.fleet("9.0.0").generate(Request.EVERYTHING);

        assertThat(DiskWorkspace.codes(report)).containsExactly("release/tool-changed repos/alpha/release.yaml");
        assertThat(note(workspace, "alpha")).isEqualTo("uno\n");
    }

    @Test
    void aRingWithAReleaseFileThatCannotBeReadHandsNothingOn() {
        GitWorkspace workspace = pinned().with(NOTE, "two\n").generated().commit("Two");
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
        GitWorkspace workspace = pinned();
        workspace.git("switch", "--quiet", "--create", "draft");
        workspace.with(NOTE, "two\n").commit("Two");

        assertThat(refused(workspace.promote("alpha", "all")))
                .containsExactly("INPUTS the inputs of what `alpha` builds with are not as the default branch has them:"
                        + " merge this branch");
    }

    @Test
    void aRingThatNamesNoRepoHandsNothingOn() {
        GitWorkspace workspace = pinned().replace("environments/base.yaml", "repos: [alpha]", "repos: [alpha, ghost]")
                .with(NOTE, "two\n")
                .commit("A ghost");

        assertThat(refused(workspace.promote("beta", "all")))
                .containsExactly("STAGE ring `canary` cannot be told: `ghost` is no repo");
    }

    private GitWorkspace withRings() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.files().append("environments/base.yaml", RINGS);
        return workspace
                .with(
                        "repos/gamma/repo.yaml",
                        workspace.files().read("repos/beta/repo.yaml").replace("beta", "gamma"))
                .with(NOTE, "one\n")
                .with(MARK, "one\n")
                .generated()
                .commit("Rings");
    }

    /** Every repo builds with the release that says one. */
    private GitWorkspace pinned() {
        return withRings().promoted("alpha", "all").promoted("beta", "all").promoted("gamma", "all");
    }

    private static String note(GitWorkspace workspace, String repo) {
        return workspace.files().read("repos/" + repo + "/generated/all/note.txt");
    }

    private static String notes(GitWorkspace workspace) {
        return (note(workspace, "alpha") + note(workspace, "beta") + note(workspace, "gamma"))
                .strip()
                .replace('\n', ' ');
    }

    private static String pyproject(GitWorkspace workspace, String repo) {
        return workspace.files().read("repos/" + repo + "/generated/dev/pyproject.toml");
    }
}
