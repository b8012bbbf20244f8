package io.github.dagsterfleet;

import static io.github.dagsterfleet.GitWorkspace.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.release.Hold;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.OrderText;
import io.github.dagsterfleet.release.PinEdit;
import io.github.dagsterfleet.release.Purpose;
import io.github.dagsterfleet.text.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches an environment that renders from releases, and when. */
class PromotionTest {
    private static final String BASE = "environments/base.yaml";
    private static final String PROD = "repos/alpha/generated/prod/env_set.json";

    @TempDir
    private Path folder;

    @Test
    void nothingIsGeneratedWhereNothingWasPromoted() {
        GitWorkspace workspace = GitWorkspace.in(folder);

        RunReport report = workspace.files().check();

        assertThat(report.exitCode()).isZero();
        assertThat(workspace.files().has(PROD)).isFalse();
        assertThat(report.summary()).endsWith("; not in prod yet: alpha, beta");
    }

    @Test
    void aSharedChangeWaitsForItsPromotion() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        String first = workspace.files().read(PROD);

        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");

        assertThat(workspace.files().read("repos/alpha/generated/dev/env_set.json"))
                .contains("DEBUG");
        assertThat(workspace.files().read(PROD)).isEqualTo(first).contains("INFO");
        assertThat(workspace.files().check().exitCode()).isZero();
        workspace.promoted("alpha", "prod");
        assertThat(workspace.files().read(PROD)).contains("DEBUG");
        assertThat(workspace.files().check().exitCode()).isZero();
    }

    @Test
    void aTemplateOfTheReleaseRendersTheRelease() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .with("templates/repo@environment/note.txt.ftl", "level ${verbatim(env.LOG_LEVEL.value)}\n")
                .generated()
                .commit("Note")
                .promoted("alpha", "prod");

        workspace
                .with("templates/repo@environment/note.txt.ftl", "now ${verbatim(env.LOG_LEVEL.value)}\n")
                .generated();

        assertThat(workspace.files().read("repos/alpha/generated/dev/note.txt")).startsWith("now");
        assertThat(workspace.files().read("repos/alpha/generated/prod/note.txt"))
                .startsWith("level");
    }

    @Test
    void theSamePromotionTwiceWritesNothing() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        workspace.files().age();
        Map<String, ?> times = workspace.files().times();

        MoveReport again = workspace.promote("alpha", "prod");

        assertThat(again.exitCode()).isZero();
        assertThat(again.moves()).allMatch(Move::isDone);
        assertThat(workspace.files().times()).isEqualTo(times);
    }

    @Test
    void anOverlayIsAlwaysLive() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        workspace.replace(BASE, "INFO", "DEBUG").with("repos/alpha/overlays/prod.yaml", "env: {URGENT: \"1\"}\n");

        workspace.generated();

        assertThat(workspace.files().read(PROD)).contains("URGENT").contains("INFO");
    }

    @Test
    void anOverlayThatTheReleaseDoesNotKnowWaits() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        String before = workspace.files().read(PROD);
        workspace
                .with(
                        "repos/alpha/repo.yaml",
                        workspace.files().read("repos/alpha/repo.yaml")
                                + "  gamma: {code_source: {module_name: gamma}, working_directory: a}\n")
                .with("repos/alpha/overlays/prod.yaml", "locations: {gamma: {working_directory: b}}\n");

        RunReport report = workspace.files().generate();

        assertThat(report.exitCode()).isZero();
        assertThat(report.findings()).extracting(Finding::code).containsExactly(FindingCode.RELEASE_WAITING);
        assertThat(workspace.files().read(PROD)).isEqualTo(before);
        workspace.commit("Gamma").promoted("alpha", "prod");
        assertThat(workspace.files().read("repos/alpha/generated/prod/dagster_cloud.yaml"))
                .contains("working_directory: b");
    }

    @Test
    void inputsHaveToBeCommittedAndOtherFilesHaveNot() {
        GitWorkspace workspace =
                GitWorkspace.in(folder).with("notes.txt", "x\n").with("repos/beta/overlays/dev.yaml", "env: {A: a}\n");
        workspace.generated();
        workspace.replace(BASE, "INFO", "DEBUG").generated();

        MoveReport report = workspace.promote("alpha", "prod");

        assertThat(report.exitCode()).isOne();
        assertThat(refused(report)).containsExactly("INPUTS not committed: environments/base.yaml");
        assertThat(workspace.files().has("repos/alpha/release.yaml")).isFalse();
        workspace.git("add", BASE);
        workspace.git("commit", "--quiet", "--message", "Debug");
        assertThat(workspace.promote("alpha", "prod").exitCode()).isZero();
    }

    @Test
    void aBranchOfTheDefaultBranchPromotesWhatItStandsOn() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        String start = workspace.head();
        workspace.git("switch", "--quiet", "--create", "draft");

        workspace.promoted("alpha", "prod").promoted("beta", "prod");

        assertThat(workspace.files().read("repos/beta/release.yaml")).contains("release: " + start);
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");
        assertThat(refused(workspace.promote("alpha", "prod")))
                .containsExactly(
                        "INPUTS the inputs of `alpha` are not as the default branch has them: merge this branch");
    }

    @Test
    void aStageMayNotBeSkippedButByAHotfix() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .replace(BASE, "[dev, prod]", "[dev, staging, prod]")
                .replace(BASE, "promoted: [prod]", "promoted: [staging, prod]")
                .generated()
                .commit("Staging");

        MoveReport report = workspace.promote("alpha", "prod");

        assertThat(refused(report)).containsExactly("STAGE `alpha` is not in `staging` yet");
        assertThat(report.next()).containsExactly("dagster-fleet promote alpha staging");
        assertThat(workspace.hotfix("incident 4711", "alpha", "prod").exitCode())
                .isZero();
        assertThat(workspace.files().read("repos/alpha/release.yaml")).contains("hotfix: incident 4711");
    }

    @Test
    void aReleaseMovesFromStageToStage() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .replace(BASE, "[dev, prod]", "[dev, staging, prod]")
                .replace(BASE, "promoted: [prod]", "promoted: [staging, prod]")
                .generated()
                .commit("Staging");
        String tried = workspace.head();
        workspace.promoted("alpha", "staging");
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");

        workspace.promoted("alpha", "prod");

        assertThat(workspace.files().read("repos/alpha/release.yaml"))
                .containsSubsequence("prod:", "release: " + tried);
        assertThat(workspace.files().read(PROD)).contains("INFO");
    }

    @Test
    void promotionNeverGoesBackwards() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .replace(BASE, "[dev, prod]", "[dev, staging, prod]")
                .replace(BASE, "promoted: [prod]", "promoted: [staging, prod]")
                .generated()
                .commit("Staging")
                .promoted("alpha", "staging");
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");
        assertThat(workspace.hotfix("now", "alpha", "prod").exitCode()).isZero();
        workspace.commit("Hotfix");

        MoveReport report = workspace.promote("alpha", "prod");

        assertThat(report.exitCode()).isOne();
        assertThat(refused(report)).singleElement().asString().matches("ORDER a later release, \\w{9}, is there now");
        assertThat(report.next()).containsExactly("dagster-fleet promote alpha staging");
        workspace.promoted("alpha", "staging");
        assertThat(workspace.promote("alpha", "prod").moves()).allMatch(Move::isDone);
    }

    @Test
    void aReleaseOfAHybridAgentIsDeployedByTheImageThatWasBuilt() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .replace(
                        BASE,
                        "{platform: serverless}",
                        "{platform: k8s, defaults: {location: {build: {registry: registry.example.com/app}}}}")
                .generated()
                .commit("Hybrid")
                .promoted("alpha", "prod");

        assertThat(lines(workspace))
                .contains(
                        "dagster-cloud ci init --deployment prod --dagster-cloud-yaml-path dagster_cloud.prod.yaml",
                        "dagster-cloud ci set-build-output --image-tag \"$IMAGE\"",
                        "dagster-cloud ci deploy");
    }

    private static String lines(GitWorkspace workspace) {
        return OrderText.printAll(workspace
                .fleet()
                .order(Optional.of("prod"), Purpose.DEPLOY, List.of("alpha"))
                .value()
                .orElseThrow());
    }

    @Test
    void aReleaseOfAHybridAgentIsDeployedByItsOwnImages() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .replace(
                        BASE,
                        "{platform: serverless}",
                        "{platform: k8s, defaults: {location: {image: registry.example.com/app:1}}}")
                .generated()
                .commit("Hybrid")
                .promoted("alpha", "prod");

        assertThat(lines(workspace)).contains("dagster-cloud workspace add-location alpha --deployment prod");
    }

    @Test
    void aLocationWithAnotherNameLeavesTheOldOneToBeDeleted() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        workspace
                .replace("repos/alpha/repo.yaml", "  alpha: {", "  omega: {")
                .generated()
                .commit("Rename");

        MoveReport report = workspace.promote("alpha", "prod");

        assertThat(report.deletions())
                .containsExactly("dagster-cloud deployment delete-location alpha --deployment prod");
        assertThat(MoveText.of(report, Span::toString))
                .contains(
                        """
                        what leaves keeps running in Dagster+ until it is deleted there:
                          dagster-cloud deployment delete-location alpha --deployment prod
                        next: git add --all repos/alpha""");
    }

    @Test
    void aLocationThatIsStillNeededStaysUntilWhatNeedsItComesAlong() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.files().append("repos/beta/repo.yaml", "needs: [alpha]\n");
        workspace.generated().commit("Needs").promoted("alpha", "beta", "prod");
        workspace
                .replace("repos/alpha/repo.yaml", "  alpha: {", "  omega: {")
                .replace("repos/beta/repo.yaml", "needs: [alpha]", "needs: [omega]")
                .generated()
                .commit("Rename");

        MoveReport report = workspace.promote("alpha", "prod");

        assertThat(refused(report)).contains("DEPENDANTS `beta` needs `alpha`, which leaves");
        assertThat(report.next()).containsExactly("dagster-fleet promote alpha beta prod");
        assertThat(workspace.promote("alpha", "beta", "prod").exitCode()).isZero();
    }

    @Test
    void aLocationThatGoesToAnotherRepoIsNotToBeDeleted() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.files().append("repos/alpha/repo.yaml", "  gamma: {code_source: {module_name: gamma}}\n");
        workspace.generated().commit("Gamma").promoted("alpha", "beta", "prod");
        workspace.replace("repos/alpha/repo.yaml", "  gamma: {code_source: {module_name: gamma}}\n", "");
        workspace.files().append("repos/beta/repo.yaml", "  gamma: {code_source: {module_name: gamma}}\n");
        workspace.generated().commit("Move");

        assertThat(workspace.promote("alpha", "beta", "prod").deletions()).isEmpty();
    }

    @Test
    void anUpstreamHasToBeThereOrToComeAlong() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.files().append("repos/beta/repo.yaml", "needs: [alpha]\n");
        workspace.generated().commit("Needs");

        MoveReport report = workspace.promote("beta", "prod");

        assertThat(refused(report)).singleElement().asString().startsWith("UPSTREAMS ");
        assertThat(report.next()).containsExactly("dagster-fleet promote alpha beta prod");
        assertThat(workspace.promote("alpha", "beta", "prod").exitCode()).isZero();
    }

    @Test
    void everyMissingUpstreamIsNamedBeforeWhatNeedsIt() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .with(
                        "repos/aaa/repo.yaml",
                        "agent: plus\nneeds: [beta]\nlocations: {aaa: {code_source: {module_name: a}}}\n");
        workspace.files().append("repos/beta/repo.yaml", "needs: [zeta]\n");
        workspace
                .with("repos/zeta/repo.yaml", "agent: plus\nlocations: {zeta: {code_source: {module_name: z}}}\n")
                .generated()
                .commit("Needs");

        assertThat(workspace.promote("aaa", "prod").next()).containsExactly("dagster-fleet promote zeta beta aaa prod");
    }

    @Test
    void anUpstreamThatIsNotInTheStageBeforeGoesThereFirst() {
        GitWorkspace workspace = twoStages();
        workspace.promoted("beta", "staging");
        workspace.files().append("repos/beta/repo.yaml", "needs: [alpha]\n");
        workspace.generated().commit("Needs");
        assertThat(workspace.hotfix("now", "beta", "prod").next())
                .containsExactly("dagster-fleet promote alpha beta prod --hotfix --reason now");
        assertThat(workspace.promote("beta", "staging").next())
                .containsExactly("dagster-fleet promote alpha beta staging");
    }

    @Test
    void staleFilesOfAnEarlierEnvironmentAreNoReleaseToPromote() {
        GitWorkspace workspace =
                GitWorkspace.in(folder).replace(BASE, "INFO", "DEBUG").commit("Debug");

        assertThat(refused(workspace.promote("alpha", "prod")))
                .singleElement()
                .asString()
                .startsWith("STAGE not up to date: repos/alpha/generated/dev/env_set.json");
    }

    @Test
    void aShallowCloneNeedsNoHistoryWhileInputsAreWhatTheyWere() {
        GitWorkspace workspace = GitWorkspace.in(folder.resolve("one")).promoted("alpha", "prod");
        GitWorkspace clone = workspace.cloned(folder.resolve("two"), "--depth", "1");
        clone.git("remote", "remove", "origin");

        assertThat(DiskWorkspace.codes(clone.files().check())).isEmpty();

        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");
        GitWorkspace later = workspace.cloned(folder.resolve("three"), "--depth", "1");
        GitWorkspace alone = workspace.cloned(folder.resolve("four"), "--depth", "1");
        alone.git("remote", "remove", "origin");

        assertThat(DiskWorkspace.codes(later.files().check())).isEmpty();
        assertThat(DiskWorkspace.codes(alone.files().check()))
                .containsExactly("release/missing-commit repos/alpha/release.yaml");
    }

    @Test
    void aWorkspaceMayBeAFolderOfItsRepository() throws Exception {
        GitWorkspace workspace = GitWorkspace.below(Files.createDirectory(folder.resolve("all")), "fleet")
                .promoted("alpha", "prod");

        workspace.replace(BASE, "INFO", "DEBUG").generated();

        assertThat(workspace.files().read(PROD)).contains("INFO");
    }

    @Test
    void aReleaseFileInConflictIsToldAndItsRepoStaysAsItIs() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        String before = workspace.files().read(PROD);
        workspace.replace("repos/alpha/release.yaml", "    tool:", "<<<<<<< ours\n    tool:");
        workspace.replace(BASE, "INFO", "DEBUG");

        RunReport report = workspace.files().generate();

        assertThat(report.exitCode()).isOne();
        assertThat(DiskWorkspace.findings(report))
                .contains("git could not merge this file, and left conflict markers in it")
                .contains("`git checkout --ours repos/alpha/release.yaml`");
        assertThat(DiskWorkspace.codes(report)).containsExactly("release/file repos/alpha/release.yaml");
        assertThat(workspace.files().read(PROD)).isEqualTo(before);
        assertThat(workspace.files().read("repos/beta/generated/dev/env_set.json"))
                .contains("DEBUG");
    }

    @Test
    void aReleaseFileOfAnEnvironmentInConflictIsTold() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.with(
                "environments/prod.release.yaml",
                "format: 1\n<<<<<<< ours\nenvironments: {}\n=======\nhold:\n>>>>>>> theirs\n");

        assertThat(DiskWorkspace.findings(workspace.files().generate()))
                .contains("`git checkout --ours environments/prod.release.yaml`");
    }

    @Test
    void aReleaseOfAnEnvironmentThatRendersFromTheTreeIsToldOnce() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "beta", "prod");
        workspace.replace(BASE, "promoted: [prod]\n", "");

        assertThat(workspace.files().generate().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.RELEASE_UNUSED);
            assertThat(finding.message()).isEqualTo("`prod` renders from the tree, and 2 files record releases of it");
            assertThat(finding.related()).hasSize(1);
        });
    }

    @Test
    void aReleaseOfAnEnvironmentThatIsGoneIsTold() {
        GitWorkspace workspace = twoStages().promoted("alpha", "staging");
        workspace
                .replace(BASE, "[dev, staging, prod]", "[dev, prod]")
                .replace(BASE, "promoted: [staging, prod]", "promoted: [prod]");

        assertThat(workspace.files().generate().findings())
                .extracting(Finding::message)
                .containsExactly("there is no environment `staging`, and 1 file records releases of it");
    }

    @Test
    void aHoldLastsToItsLastDayOrUntilItIsLifted() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");
        Hold open = new Hold("incident 4711", Optional.of(GitWorkspace.TODAY));
        Hold over = new Hold("incident 4710", Optional.of(GitWorkspace.TODAY.minusDays(1)));

        assertThat(workspace.record(new PinEdit.Holding(open), "alpha", "prod").value())
                .contains(List.of("alpha"));
        assertThat(refused(workspace.promote("alpha", "prod")))
                .containsExactly("HOLD on hold until 2026-11-22: incident 4711");
        assertThat(workspace.record(new PinEdit.Lifting(), "alpha", "prod").value())
                .contains(List.of("alpha"));
        assertThat(workspace.record(new PinEdit.Lifting(), "alpha", "prod").value())
                .contains(List.of());
        assertThat(workspace.record(new PinEdit.Holding(over), "alpha", "prod").value())
                .isPresent();
        assertThat(workspace.promote("alpha", "prod").exitCode()).isZero();
    }

    @Test
    void aHoldThatIsOverIsRefused() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        Hold over = new Hold("incident 4710", Optional.of(GitWorkspace.TODAY.minusDays(1)));
        RecordRequest request = new RecordRequest(
                new ReleasedRepos(List.of("alpha"), Optional.empty(), Optional.empty(), "prod"),
                new PinEdit.Holding(over));

        assertThat(workspace.fleet().record(request).findings())
                .extracting(Finding::message)
                .containsExactly("the hold would end on 2026-11-21, which is over");
    }

    @Test
    void whatWasRecordedIsCommittedAlone() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        Hold hold = new Hold("holidays", Optional.empty());

        assertThat(recorded(workspace, new PinEdit.Holding(hold), "alpha"))
                .endsWith("next: git add repos/alpha/release.yaml && git commit -m \"Hold alpha in prod\"\n");
        assertThat(recorded(workspace, new PinEdit.Holding(hold)))
                .endsWith("next: git add environments/prod.release.yaml"
                        + " && git commit -m \"Hold everything in prod\"\n");
    }

    private static String recorded(GitWorkspace workspace, PinEdit edit, String... repos) {
        ReleasedRepos which = new ReleasedRepos(List.of(repos), Optional.empty(), Optional.empty(), "prod");
        return workspace
                .fleet()
                .record(new RecordRequest(which, edit))
                .value()
                .orElseThrow()
                .text();
    }

    @Test
    void whatIsNotThereCannotBeHeld() {
        GitWorkspace workspace = GitWorkspace.in(folder);

        assertThat(workspace.record(new PinEdit.Lifting(), "alpha", "prod").findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.USAGE_ABSENT_TARGET);
        assertThat(workspace.record(new PinEdit.Lifting(), "alpha", "dev").findings())
                .extracting(Finding::message)
                .containsExactly("`dev` renders from the tree, and has no releases");
    }

    @Test
    void aReleaseOutsideOfTheDefaultBranchGoesNoFurther() {
        GitWorkspace workspace = twoStages().promoted("alpha", "staging");
        String pinned = workspace.git("rev-parse", "HEAD~1").strip();
        workspace.git("switch", "--quiet", "--create", "draft");
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Draft");
        String draft = workspace.head();
        workspace.git("switch", "--quiet", "main");
        workspace.replace("repos/alpha/release.yaml", pinned, draft);
        assertThat(workspace.files().generate().exitCode()).isZero();
        workspace.commit("By hand");

        assertThat(refused(workspace.promote("alpha", "prod")))
                .containsExactly("INPUTS " + draft.substring(0, 9) + " is no commit of the default branch");
    }

    @Test
    void anOverlayThatGitLeavesOutIsNotCommitted() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .with(".gitignore", "repos/alpha/overlays/\n.dagster-fleet/\n")
                .commit("Ignore");
        workspace.with("repos/alpha/overlays/prod.yaml", "env: {B: x}\n");

        assertThat(refused(workspace.promote("alpha", "prod")))
                .singleElement()
                .asString()
                .startsWith("INPUTS not");
    }

    @Test
    void aProfileThatOnlyTheReleaseHasIsReadInANewEnvironment() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .with("environments/profiles/etl.yaml", "defaults: {env: {ETL: \"1\"}}\n")
                .replace("repos/alpha/repo.yaml", "agent: plus", "agent: plus\nprofiles: [etl]")
                .replace(BASE, "[dev, prod]", "[dev, staging, prod]")
                .replace(BASE, "promoted: [prod]", "promoted: [staging, prod]")
                .generated()
                .commit("Profile")
                .promoted("alpha", "staging");
        workspace
                .replace(BASE, "[dev, staging, prod]", "[dev, staging, uat, prod]")
                .replace(BASE, "promoted: [staging, prod]", "promoted: [staging, uat, prod]")
                .replace("repos/alpha/repo.yaml", "\nprofiles: [etl]", "");
        workspace.files().delete("environments/profiles/etl.yaml");
        workspace.generated().commit("New environment");

        workspace.promoted("alpha", "uat");

        assertThat(workspace.files().read("repos/alpha/generated/uat/env_set.json"))
                .contains("ETL");
    }

    @Test
    void linesThatGitEndsInAnotherWayInTheTreeAreTheSameInputs() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        workspace.git("config", "core.autocrlf", "true");
        workspace.files().delete(BASE);
        workspace.git("checkout", "--", BASE);

        assertThat(workspace.files().read(BASE)).contains("\r\n");
        assertThat(workspace.promote("alpha", "prod").moves()).allMatch(Move::isDone);
        assertThat(workspace.promote("beta", "prod").exitCode()).isZero();
    }

    @Test
    void aReleaseThatCannotBeRenderedKeepsItsFilesAndNoOthers() {
        GitWorkspace workspace = twoStages().promoted("alpha", "staging").promoted("alpha", "prod");
        String before = workspace.files().read(PROD);
        workspace.replace(BASE, "  plus:", "  other:").replace("repos/alpha/repo.yaml", "plus", "other");
        workspace.replace("repos/beta/repo.yaml", "plus", "other").replace(BASE, "INFO", "DEBUG");

        RunReport report = workspace.files().generate();

        assertThat(report.exitCode()).isOne();
        assertThat(DiskWorkspace.codes(report))
                .containsOnly("fleet/unknown-agent repos/alpha/release.yaml")
                .hasSize(2);
        assertThat(workspace.files().read(PROD)).isEqualTo(before);
        assertThat(workspace.files().read("repos/alpha/generated/dev/env_set.json"))
                .contains("DEBUG");
        workspace.commit("Other agent");
        assertThat(refused(workspace.promote("alpha", "staging"))).isEmpty();
        assertThat(workspace.files().read("repos/alpha/generated/staging/env_set.json"))
                .contains("DEBUG");
        workspace.commit("Staging");
        assertThat(workspace.promote("alpha", "prod").exitCode()).isZero();
        assertThat(workspace.files().read(PROD)).contains("DEBUG");
    }

    private GitWorkspace twoStages() {
        return GitWorkspace.in(folder)
                .replace(BASE, "[dev, prod]", "[dev, staging, prod]")
                .replace(BASE, "promoted: [prod]", "promoted: [staging, prod]")
                .generated()
                .commit("Staging");
    }
}
