package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that speak of a part of the fleet leave the rest as it is. */
class SelectionTest {
    @TempDir
    private Path temp;

    private DiskWorkspace workspace;

    @BeforeEach
    void everyFileIsOutOfDate() {
        workspace = DiskWorkspace.ofTwoRepos(temp)
                .generated()
                .append("environments/base.yaml", "defaults: {env: {LEVEL: high}}\n");
    }

    private static Request repos(String... names) {
        return new Request(List.of(names), List.of(), List.of(), false);
    }

    private static Request environments(String... names) {
        return new Request(List.of(), List.of(names), List.of(), false);
    }

    private static Request teams(String... names) {
        return new Request(List.of(), List.of(), List.of(names), false);
    }

    /** Generates, and answers which files changed. */
    private List<String> changedBy(Request request) {
        Map<String, byte[]> before = workspace.allFiles();
        RunReport report = workspace.fleet().generate(request);
        assertThat(DiskWorkspace.findings(report)).isEmpty();
        return workspace.allFiles().entrySet().stream()
                .filter(file -> !java.util.Arrays.equals(file.getValue(), before.get(file.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void namedRepoAlone() {
        assertThat(changedBy(repos("alpha")))
                .containsExactly(
                        "repos/alpha/generated/all/.env.example",
                        "repos/alpha/generated/dev/env_set.json",
                        "repos/alpha/generated/manifest.json",
                        "repos/alpha/generated/prod/env_set.json");
    }

    @Test
    void namedEnvironmentAlone() {
        assertThat(changedBy(environments("prod")))
                .containsExactly(
                        "repos/alpha/generated/manifest.json",
                        "repos/alpha/generated/prod/env_set.json",
                        "repos/beta/generated/manifest.json",
                        "repos/beta/generated/prod/env_set.json");
    }

    @Test
    void namedTeamAlone() {
        assertThat(changedBy(teams("two"))).isNotEmpty().allMatch(path -> path.startsWith("repos/beta/generated/"));
    }

    @Test
    void everythingBitByBitIsEverythingAtOnce() {
        changedBy(repos("alpha"));
        changedBy(environments("dev"));
        changedBy(environments("prod"));
        changedBy(teams("one", "two"));

        assertThat(DiskWorkspace.findings(workspace.check())).isEmpty();
    }

    @Test
    void manifestKeepsWhatTheRunDoesNotSpeakOf() {
        List<String> before = manifestLines();

        changedBy(new Request(List.of("alpha"), List.of("prod"), List.of(), false));

        List<String> after = manifestLines();
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.stream().filter(line -> !before.contains(line)))
                .singleElement()
                .asString()
                .contains("prod/env_set.json");
    }

    private List<String> manifestLines() {
        return workspace.read("repos/alpha/generated/manifest.json").lines().toList();
    }

    @Test
    void checkSpeaksOfTheSelectionOnly() {
        assertThat(DiskWorkspace.codes(
                        workspace.fleet().check(new Request(List.of("beta"), List.of("dev"), List.of(), false))))
                .containsExactly("change/drift repos/beta/generated/dev/env_set.json");
    }

    @Test
    void orphansOfOtherEnvironmentsStay() {
        workspace.append("repos/alpha/repo.yaml", "environments: [dev]\n");

        assertThat(changedBy(environments("dev"))).doesNotContain("repos/alpha/generated/prod/dagster_cloud.yaml");
        assertThat(workspace.has("repos/alpha/generated/prod/dagster_cloud.yaml"))
                .isTrue();
        assertThat(DiskWorkspace.changes(workspace.generate()))
                .contains("orphan repos/alpha/generated/prod/dagster_cloud.yaml");
    }

    @Test
    void mistakesOfOtherReposAreNotTold() {
        workspace.append("repos/beta/repo.yaml", "nonsense: true\n");

        assertThat(workspace.fleet().generate(repos("alpha")).findings()).isEmpty();
        assertThat(DiskWorkspace.codes(workspace.generate()))
                .containsExactly("schema/unknown-key repos/beta/repo.yaml");
    }

    /** A need of a repo that is not read might well exist; a run by team has to read them all. */
    @Test
    void whatOnlyAllReposCanTellIsNotToldOfANamedRepo() {
        workspace
                .append("repos/alpha/repo.yaml", "needs: [nobody]\n")
                .append("repos/beta/repo.yaml", "needs: [noone]\n")
                .append("environments/base.yaml", "groups: {storage: {variables: [LEVEL], members: [gamma]}}\n");

        assertThat(workspace.fleet().generate(repos("alpha")).findings()).isEmpty();
        assertThat(DiskWorkspace.codes(workspace.fleet().generate(teams("one"))))
                .containsExactly("fleet/unknown-need repos/alpha/repo.yaml");
        assertThat(DiskWorkspace.codes(workspace.generate()))
                .containsExactly(
                        "fleet/unknown-member environments/base.yaml",
                        "fleet/unknown-need repos/alpha/repo.yaml",
                        "fleet/unknown-need repos/beta/repo.yaml");
    }

    @Test
    void whatANamedRepoTellsItselfIsTold() {
        workspace
                .append(
                        "repos/alpha/repo.yaml",
                        "artifacts: {.env.exmaple: false}\nenv: {LEVEL: high}\nvars: {nobody: 1}\n")
                .append("repos/beta/repo.yaml", "vars: {nobody: 1}\n");

        assertThat(DiskWorkspace.findings(workspace.fleet().generate(repos("alpha"))))
                .contains(
                        "warning[fleet/unknown-template]: no template makes a file `.env.exmaple`",
                        "warning[layer/changes-nothing]",
                        "warning[fleet/unused]: nothing reads `vars.nobody`")
                .endsWith("\n3 warnings in 1 file\n");
    }

    @Test
    void namedReposAreHeldAgainstEachOther() {
        workspace.with("repos/beta/repo.yaml", DiskWorkspace.repo("alpha", "two"));

        assertThat(DiskWorkspace.codes(workspace.fleet().generate(repos("beta"))))
                .isEmpty();
        assertThat(DiskWorkspace.codes(workspace.fleet().generate(repos("alpha", "beta"))))
                .containsExactly("fleet/duplicate-location repos/beta/repo.yaml");
    }

    @Test
    void whatConcernsATeamIsToldWhereverItStands() {
        workspace.with("repos/beta/repo.yaml", DiskWorkspace.repo("alpha", "two"));

        assertThat(DiskWorkspace.codes(workspace.fleet().generate(teams("one"))))
                .containsExactly("fleet/duplicate-location repos/beta/repo.yaml");
    }

    @Test
    void unknownRepoIsWrongUsageAndNamesTheNearest() {
        assertWrong(repos("alhpa"), "there is no repo `alhpa`", "write `alpha`");
    }

    @Test
    void unknownEnvironmentIsWrongUsageAndNamesTheNearest() {
        assertWrong(environments("prd"), "there is no environment `prd`", "write `prod`");
    }

    @Test
    void unknownTeamIsWrongUsageAndNamesTheNearest() {
        assertWrong(teams("tow"), "no repo names a team `tow`", "write `two`");
    }

    @Test
    void nameLikeNoOtherIsToldWhatThereIs() {
        assertWrong(repos("zzzzzzzzzz"), "there is no repo `zzzzzzzzzz`", "choose `alpha` or `beta`");
    }

    private void assertWrong(Request request, String message, String help) {
        Map<String, byte[]> before = workspace.allFiles();

        RunReport report = workspace.fleet().generate(request);

        assertThat(report.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo(message);
            assertThat(finding.help()).containsExactly(help);
        });
        assertThat(workspace.allFiles()).containsExactlyEntriesOf(before);
    }
}
