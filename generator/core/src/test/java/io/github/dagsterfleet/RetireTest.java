package io.github.dagsterfleet;

import static io.github.dagsterfleet.GitWorkspace.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.PinEdit;
import io.github.dagsterfleet.release.Retirement;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a repo, or a location, leaves an environment that renders from releases. */
class RetireTest {
    private static final String CLOUD = "repos/alpha/generated/prod/dagster_cloud.yaml";
    private static final String RELEASE = "repos/alpha/release.yaml";
    private static final Retirement.Wish WHOLE =
            new Retirement.Wish(Optional.empty(), false, Optional.of("merged into beta"));

    @TempDir
    private Path folder;

    @Test
    void aRepoLeavesWithATombstoneAndTheLineToType() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        String release = workspace.git("rev-parse", "HEAD~1").strip();

        MoveReport report = retire(workspace, WHOLE, "alpha");

        assertThat(report.exitCode()).isZero();
        assertThat(report.next())
                .containsExactly("git add --all repos/alpha && git commit -m \"Retire alpha in prod\"");
        assertThat(report.deletions())
                .containsExactly("dagster-cloud deployment delete-location alpha --deployment prod");
        assertThat(workspace.files().has(CLOUD)).isFalse();
        assertThat(workspace.files().read(RELEASE))
                .endsWith(
                        """
                        environments: {}
                        retired:
                          prod:
                            release: %s
                            date: "2026-11-22"
                            reason: merged into beta
                        """
                                .formatted(release));
        RunReport check = workspace.files().check();
        assertThat(DiskWorkspace.codes(check)).isEmpty();
        assertThat(check.summary()).endsWith("; not in prod yet: beta");
    }

    @Test
    void theSameAgainIsNothingToDo() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        retire(workspace, WHOLE, "alpha");
        String after = workspace.files().read(RELEASE);

        MoveReport again = retire(workspace, WHOLE, "alpha");

        assertThat(again.exitCode()).isZero();
        assertThat(again.moves()).allMatch(Move::isDone);
        assertThat(workspace.files().read(RELEASE)).isEqualTo(after);
    }

    @Test
    void aPromotionBringsItBack() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        retire(workspace, WHOLE, "alpha");
        workspace.commit("Retire").promoted("alpha", "prod");

        assertThat(workspace.files().has(CLOUD)).isTrue();
        assertThat(workspace.files().read(RELEASE)).doesNotContain("retired");
    }

    @Test
    void whatIsNeededStays() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.files().append("repos/beta/repo.yaml", "needs: [alpha]\n");
        workspace.generated().commit("Needs").promoted("alpha", "beta", "prod");

        MoveReport report = retire(workspace, WHOLE, "alpha");

        assertThat(report.exitCode()).isOne();
        assertThat(refused(report)).contains("DEPENDANTS `beta` needs `alpha`, which leaves");
        assertThat(workspace.files().has(CLOUD)).isTrue();
        assertThat(retire(workspace, WHOLE, "alpha", "beta").exitCode()).isZero();
    }

    @Test
    void aLocationLeavesWhateverTheReleaseSaysOfIt() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.files().append("repos/alpha/repo.yaml", "  gamma: {code_source: {module_name: gamma}}\n");
        workspace.generated().commit("Gamma").promoted("alpha", "prod");

        MoveReport report = retire(workspace, location("gamma", false), "alpha");

        assertThat(report.deletions())
                .containsExactly("dagster-cloud deployment delete-location gamma --deployment prod");
        assertThat(workspace.files().read(CLOUD)).contains("alpha").doesNotContain("gamma");
        assertThat(DiskWorkspace.codes(workspace.files().check())).isEmpty();
        workspace.commit("Retire").replace("environments/base.yaml", "INFO", "DEBUG");
        workspace.generated().commit("Debug").promoted("alpha", "prod");
        assertThat(workspace.files().read(CLOUD)).doesNotContain("gamma");

        assertThat(retire(workspace, location("gamma", true), "alpha").exitCode())
                .isZero();
        assertThat(workspace.files().read(CLOUD)).contains("gamma");
    }

    @Test
    void theCommitSaysWhatComesBack() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.files().append("repos/alpha/repo.yaml", "  gamma: {code_source: {module_name: gamma}}\n");
        workspace.generated().commit("Gamma").promoted("alpha", "prod");

        assertThat(retire(workspace, location("gamma", false), "alpha").next())
                .last()
                .asString()
                .endsWith("git commit -m \"Retire gamma of alpha in prod\"");
        assertThat(retire(workspace, location("gamma", true), "alpha").next())
                .last()
                .asString()
                .endsWith("git commit -m \"Bring back gamma of alpha in prod\"");
    }

    @Test
    void aReleaseThatCannotBeRenderedTellsNoLocation() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        String release = workspace.git("rev-parse", "HEAD~1").strip();
        workspace.replace(RELEASE, release, "0".repeat(40)).replace("environments/base.yaml", "INFO", "DEBUG");

        MoveReport report = retire(workspace, WHOLE, "alpha");

        assertThat(report.exitCode()).as(report.moves().toString()).isZero();
        assertThat(report.deletions()).isEmpty();
        assertThat(report.moves().get(0).gates())
                .anyMatch(gate -> gate.words().endsWith("see in Dagster+ what to delete"));
    }

    @Test
    void theLastLocationLeavesWithItsRepo() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");

        MoveReport report = retire(workspace, location("alpha", false), "alpha");

        assertThat(report.exitCode()).isOne();
        assertThat(refused(report))
                .containsExactly("LOCATIONS `alpha` is the last one of `alpha` there: take out the repo");
        assertThat(report.next()).containsExactly("dagster-fleet retire alpha prod");
        assertThat(workspace.files().has(CLOUD)).isTrue();
    }

    @Test
    void aRepoThatIsGoneIsFoundWhateverTheFolderOfTheWorkspaceIsCalled() {
        GitWorkspace workspace = GitWorkspace.below(folder, "my fleet").promoted("alpha", "prod");
        String before = workspace.head();
        workspace.git("rm", "-r", "--quiet", "my fleet/repos");
        workspace.commit("Nothing left");
        workspace.git("checkout", "--quiet", before, "--", "my fleet/repos/beta");
        workspace.commit("Beta again");

        assertThat(DiskWorkspace.codes(workspace.files().check()))
                .contains("release/still-running repos/alpha/release.yaml");
    }

    @Test
    void whatWasRetiredIsToldAsThat() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        retire(workspace, WHOLE, "alpha");
        workspace.commit("Retire");

        MoveReport back = workspace.rollBack("alpha", "prod");

        assertThat(refused(back)).containsExactly("ORDER it was retired on 2026-11-22: merged into beta");
        assertThat(back.next()).containsExactly("dagster-fleet promote alpha prod");
        assertThat(workspace.record(new PinEdit.Lifting(), "alpha", "prod").findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .isEqualTo("repo `alpha` is not in environment `prod` any more:"
                                    + " it was retired on 2026-11-22: merged into beta");
                    assertThat(finding.help())
                            .containsExactly("run `dagster-fleet promote alpha prod`, which brings it back");
                });
        assertThat(workspace.fleet().explain("alpha", "prod").findings())
                .extracting(Finding::message)
                .containsExactly("repo `alpha` is not in environment `prod` any more:"
                        + " it was retired on 2026-11-22: merged into beta");
        assertThat(workspace.promote("alpha", "prod").moves())
                .flatExtracting(Move::gates)
                .anyMatch(gate -> gate.words().startsWith("it comes back: `alpha` was retired on 2026-11-22"));
    }

    @Test
    void aLocationThatIsNotThereIsToldWithTheNearest() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");

        assertThat(retire(workspace, location("alpa", false), "alpha").run().findings())
                .singleElement()
                .extracting(Finding::help)
                .asString()
                .contains("alpha");
    }

    @Test
    void aFolderThatIsGoneIsToldUntilTheRepoIsRetired() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        workspace.git("rm", "-r", "--quiet", "repos/alpha");

        assertThat(workspace.files().check().findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.RELEASE_STILL_RUNNING);
        workspace.commit("Gone");
        workspace.commit("Later");
        assertThat(DiskWorkspace.codes(workspace.files().check()))
                .containsExactly("release/still-running repos/alpha/release.yaml");

        MoveReport report = retire(workspace, WHOLE, "alpha");

        assertThat(report.exitCode()).as(report.run().findings().toString()).isZero();
        assertThat(report.deletions())
                .containsExactly("dagster-cloud deployment delete-location alpha --deployment prod");
        assertThat(DiskWorkspace.codes(workspace.files().check())).isEmpty();
        workspace.commit("Retire");
        workspace.files().delete(RELEASE);
        workspace.commit("Clean up");
        assertThat(DiskWorkspace.codes(workspace.files().check())).isEmpty();
    }

    @Test
    void aFolderThatIsGoneLeavesOneEnvironmentAfterTheOther() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace
                .replace("environments/base.yaml", "[dev, prod]", "[dev, staging, prod]")
                .replace("environments/base.yaml", "[prod]", "[staging, prod]")
                .generated()
                .commit("Staging")
                .promoted("alpha", "staging")
                .promoted("alpha", "prod");
        workspace.git("rm", "-r", "--quiet", "repos/alpha");

        MoveReport first = retire(workspace, WHOLE, "alpha");

        assertThat(first.exitCode()).as(first.moves().toString()).isZero();
        assertThat(workspace.files().check().findings())
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .endsWith("`staging` still runs it");
        assertThat(workspace
                        .fleet()
                        .retire(new RetireRequest(List.of("alpha"), "staging", WHOLE, false))
                        .exitCode())
                .isZero();
        assertThat(DiskWorkspace.codes(workspace.files().check())).isEmpty();
    }

    @Test
    void aRepoYamlThatIsGoneKeepsTheFilesOfTheRepo() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        workspace.files().delete("repos/alpha/repo.yaml");

        assertThat(DiskWorkspace.codes(workspace.files().generate()))
                .containsExactly("release/still-running repos/alpha/release.yaml");
        assertThat(workspace.files().has(CLOUD)).isTrue();
        assertThat(retire(workspace, WHOLE, "alpha").exitCode()).isZero();
        assertThat(DiskWorkspace.codes(workspace.files().generate())).isEmpty();
        assertThat(workspace.files().has(CLOUD)).isFalse();
    }

    @Test
    void aFolderWithAnotherNameKeepsItsLocations() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        workspace.git("mv", "repos/alpha", "repos/omega");
        workspace.commit("Rename").files().generate();
        workspace.commit("Generate").promoted("omega", "prod");

        MoveReport report = retire(workspace, WHOLE, "alpha");

        assertThat(report.exitCode()).as(report.run().findings().toString()).isZero();
        assertThat(report.deletions()).isEmpty();
    }

    @Test
    void anEnvironmentThatRendersFromTheTreeIsLeftInRepoYaml() {
        assertThat(GitWorkspace.in(folder)
                        .fleet()
                        .retire(new RetireRequest(List.of("alpha"), "dev", WHOLE, false))
                        .run()
                        .findings())
                .hasSize(1);
    }

    private static MoveReport retire(GitWorkspace workspace, Retirement.Wish wish, String... repos) {
        return workspace.fleet().retire(new RetireRequest(List.of(repos), "prod", wish, false));
    }

    private static Retirement.Wish location(String name, boolean back) {
        return new Retirement.Wish(Optional.of(name), back, Optional.empty());
    }
}
