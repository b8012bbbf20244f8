package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.change.difference.DifferenceText;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs, told with the line that made it. */
class DiffTest {
    private static final String BASE = "environments/base.yaml";

    @TempDir
    private Path folder;

    private static String told(DiffReport report) {
        assertThat(report.findings()).noneMatch(Finding::isError);
        return DifferenceText.print(report.differences().orElseThrow(), Span::toString);
    }

    private static String told(DagsterFleet fleet, String... names) {
        return told(fleet.diff(new DiffRequest(List.of(names), Optional.empty())));
    }

    private static String refused(DagsterFleet fleet, Optional<String> releases, String... names) {
        DiffReport report = fleet.diff(new DiffRequest(List.of(names), releases));
        assertThat(report.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        Finding finding = report.findings().get(0);
        assertThat(finding.code()).isEqualTo(FindingCode.USAGE_ARGUMENTS);
        return finding.message();
    }

    private DiskWorkspace disk() {
        return DiskWorkspace.ofTwoRepos(folder)
                .append(BASE, "agents: {plus: {platform: serverless}}\ndefaults: {env: {LOG_LEVEL: INFO}}\n")
                .with(
                        "repos/alpha/repo.yaml",
                        DiskWorkspace.repo("alpha", "one").replace("serverless", "plus"))
                .with("repos/beta/repo.yaml", DiskWorkspace.repo("beta", "two").replace("serverless", "plus"))
                .generated();
    }

    @Test
    void nothingDiffersOnceItIsGenerated() {
        assertThat(told(disk().fleet())).isEqualTo("nothing differs from what is checked in\n");
    }

    @Test
    void aSharedVariableIsToldOnceByItsNameAndItsLine() {
        DiskWorkspace workspace = disk();
        workspace.with(BASE, workspace.read(BASE).replace("INFO", "DEBUG"));

        assertThat(told(workspace.fleet()))
                .isEqualTo(
                        """
                        variables
                          ~ LOG_LEVEL
                              2 repos in dev, prod: alpha, beta
                              environments/base.yaml:6:29

                        2 repos differ: 2 in dev, 2 in prod
                        """);
    }

    @Test
    void onlyWhatIsNamedIsCompared() {
        DiskWorkspace workspace = disk();
        workspace.with(BASE, workspace.read(BASE).replace("INFO", "DEBUG"));

        assertThat(told(workspace.fleet(), "beta", "prod"))
                .contains("1 repo in prod: beta")
                .doesNotContain("alpha", "dev");
    }

    @Test
    void whatSomebodyEditedIsComparedAsItLies() {
        DiskWorkspace workspace = disk();
        String file = "repos/alpha/generated/dev/dagster_cloud.yaml";
        workspace.with(file, workspace.read(file).replace("module_name: alpha", "module_name: edited"));

        assertThat(told(workspace.fleet()))
                .startsWith(
                        """
                        starts or stops work
                          ~ locations.alpha.code_source.module_name
                              edited -> alpha
                              1 repo in dev: alpha
                              repos/alpha/repo.yaml:4:38
                        """);
    }

    @Test
    void aRepoThatLeavesAnEnvironmentIsToldWhole() {
        DiskWorkspace workspace = disk();
        workspace.append("repos/alpha/repo.yaml", "environments: [dev]\n");

        assertThat(told(workspace.fleet()))
                .startsWith(
                        """
                        starts or stops work
                          - the repo, with all of its locations
                              1 repo in prod: alpha
                        """);
    }

    @Test
    void aTemplateIsNamedForWhatItAloneSays() {
        DiskWorkspace workspace = disk().with(
                        "templates/repo@environment/note.yaml.ftl", "kind: one\nname: ${repo.name}\n")
                .generated()
                .with("templates/repo@environment/note.yaml.ftl", "kind: two\nname: ${repo.name}\n");

        assertThat(told(workspace.fleet()))
                .isEqualTo(
                        """
                        configuration
                          ~ note.yaml kind
                              one -> two
                              2 repos in dev, prod: alpha, beta
                              templates/repo@environment/note.yaml.ftl:1:7

                        2 repos differ: 2 in dev, 2 in prod
                        """);
    }

    @Test
    void theValueOfAVariableIsNotToldWhereverATemplatePrintsIt() {
        DiskWorkspace workspace = disk().with(
                        "templates/repo@environment/note.yaml.ftl",
                        "level: ${env.LOG_LEVEL.value}\nboth: ${\"x/\" + env.LOG_LEVEL.value + repo.name}\n")
                .generated();
        workspace.with(BASE, workspace.read(BASE).replace("INFO", "DEBUG"));

        assertThat(told(workspace.fleet())).contains("~ LOG_LEVEL").doesNotContain("INFO", "DEBUG");
    }

    @Test
    void oneEnvironmentIsComparedWithAnother() {
        DiskWorkspace workspace = disk().with("repos/alpha/overlays/prod.yaml", "env: {EXTRA: x}\n")
                .append("repos/beta/repo.yaml", "environments: [dev]\n");

        assertThat(told(workspace.fleet(), "dev", "prod"))
                .isEqualTo(
                        """
                        dev -> prod

                        starts or stops work
                          - the repo, with all of its locations
                              1 repo: beta

                        variables
                          + EXTRA
                              1 repo: alpha
                              repos/alpha/overlays/prod.yaml:1:14

                        2 repos differ
                        """);
        assertThat(told(workspace.fleet(), "alpha", "prod", "dev"))
                .contains("- EXTRA")
                .contains("overlays/prod.yaml:1:14");
    }

    @Test
    void anEnvironmentIsNotComparedWithItself() {
        assertThat(refused(disk().fleet(), Optional.empty(), "prod", "prod"))
                .isEqualTo("`prod` is compared with itself");
    }

    @Test
    void anEnvironmentThatNothingWasPromotedToIsNotCounted() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.replace(BASE, "INFO", "DEBUG");

        assertThat(told(workspace.fleet())).endsWith("\n2 repos differ: 2 in dev\n");
        workspace.generated().commit("Debug").promoted("alpha", "prod").replace(BASE, "DEBUG", "TRACE");
        assertThat(told(workspace.fleet())).endsWith("\n2 repos differ: 2 in dev, 0 in prod\n");
    }

    @Test
    void noListOfLocationsIsOneWithoutAny() {
        DiskWorkspace workspace = disk();
        String file = "repos/alpha/generated/dev/dagster_cloud.yaml";
        for (String empty : List.of("locations:\n", "locations: []\n", "other: 1\n")) {
            workspace.with(file, empty);

            assertThat(told(workspace.fleet(), "alpha", "dev"))
                    .as(empty)
                    .startsWith(
                            """
                            starts or stops work
                              + location `alpha`
                            """);
        }
    }

    @Test
    void oneReleaseIsComparedWithAnother() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        String first = workspace.head();
        workspace.replace(BASE, "LOG_LEVEL: INFO", "LEVEL: INFO").generated().commit("Rename");

        assertThat(told(workspace.fleet().diff(new DiffRequest(List.of("prod"), Optional.of(first + "..")))))
                .isEqualTo(
                        """
                        prod: %1$s -> %2$s

                        variables
                          + LEVEL
                              2 repos in prod: alpha, beta
                              %2$s:environments/base.yaml:9:16

                          - LOG_LEVEL
                              2 repos in prod: alpha, beta
                              %1$s:environments/base.yaml:9:20

                        2 repos differ: 2 in prod
                        """
                                .formatted(
                                        first.substring(0, 9), workspace.head().substring(0, 9)));
        assertThat(told(workspace.fleet().diff(new DiffRequest(List.of("prod"), Optional.of("HEAD..main")))))
                .endsWith("nothing differs\n");
    }

    @Test
    void aRepoThatIsNewerThanTheReleaseComesWhole() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        String first = workspace.head();
        workspace
                .with("repos/gamma/repo.yaml", "agent: plus\nlocations: {gamma: {code_source: {module_name: g}}}\n")
                .generated()
                .commit("Gamma");

        assertThat(told(workspace.fleet().diff(new DiffRequest(List.of("gamma", "prod"), Optional.of(first + "..")))))
                .contains("+ the repo, with all of its locations\n      1 repo in prod: gamma\n");
    }

    @Test
    void aPromotionTellsWhatItChanges() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");

        MoveReport report = workspace.promote("alpha", "prod");

        assertThat(DifferenceText.groups(report.differences(), Span::toString))
                .isEqualTo(
                        """
                        variables
                          ~ LOG_LEVEL
                              1 repo in prod: alpha
                              environments/base.yaml:9:20

                        """);
    }

    @Test
    void aBrokenRepoHidesNoOther() {
        DiskWorkspace workspace = disk().append("repos/alpha/repo.yaml", "unknown: 1\n");
        workspace.with(BASE, workspace.read(BASE).replace("INFO", "DEBUG"));

        DiffReport report = workspace.fleet().diff(new DiffRequest(List.of(), Optional.empty()));

        assertThat(report.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(DifferenceText.print(report.differences().orElseThrow(), Span::toString))
                .contains("1 repo in dev, prod: beta", "; 1 repo with errors not compared\n");
    }

    @Test
    void namesThatMeanTwoThingsAreRefused() {
        DiskWorkspace workspace = disk().with(
                        "repos/dev/repo.yaml", DiskWorkspace.repo("delta", "x").replace("serverless", "plus"))
                .generated();

        assertThat(refused(workspace.fleet(), Optional.empty(), "dev")).isEqualTo("`dev` is a repo and an environment");
        assertThat(told(workspace.fleet(), "repos/dev/")).isEqualTo("nothing differs from what is checked in\n");
        assertThat(told(workspace.fleet(), "environments/dev")).isEqualTo("nothing differs from what is checked in\n");
        assertThat(refused(workspace.fleet(), Optional.empty(), "prod", "alpha"))
                .isEqualTo("`prod` is an environment, and no repo");
    }

    @Test
    void releasesThatGitDoesNotKnowAreRefused() {
        DagsterFleet fleet = GitWorkspace.in(folder).fleet();

        assertThat(refused(fleet, Optional.of("--output=x..HEAD"), "prod"))
                .isEqualTo("git knows no commit `--output=x`");
        assertThat(refused(fleet, Optional.of("HEAD"), "prod")).isEqualTo("`--release` is `HEAD`");
        assertThat(refused(fleet, Optional.of("HEAD.."), "dev"))
                .isEqualTo("`dev` renders from the tree, and has no releases");
        assertThat(refused(fleet, Optional.of("HEAD.."), "alpha"))
                .isEqualTo("`--release` compares releases of one environment");
    }
}
