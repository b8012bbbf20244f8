package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Site;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policies in whole runs, with what waivers make of them. */
class PolicyRunTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String BASE =
            """
            format: 1
            organization: acme
            environments: [dev, prod]
            dagster: 1.13.27
            agents:
              k8s:
                platform: k8s
                provides: [REGION]
                defaults:
                  location:
                    image: registry.example.com/hello:1
                    container_context: {k8s: {namespace: "dagster-${environment.name}"}}
            """;
    private static final String PRIVILEGED =
            "location: {container_context: {k8s: {security_context: {privileged: true}}}}\n";

    @TempDir
    private Path root;

    private DiskWorkspace workspace(String alpha, String beta) {
        return DiskWorkspace.empty(root)
                .with("environments/base.yaml", BASE)
                .with("repos/alpha/repo.yaml", repo("alpha") + alpha)
                .with("repos/beta/repo.yaml", repo("beta") + beta);
    }

    private static String repo(String name) {
        return "team: " + name + "\nagent: k8s\nlocations: {" + name + ": {code_source: {module_name: " + name
                + "}}}\n";
    }

    private static DiskWorkspace waiving(DiskWorkspace workspace, String more) {
        return workspace.append(
                "environments/base.yaml",
                "policies: {waivers: [{policy: policy/privileged, reason: a debugger, owner: platform, " + more
                        + "}]}\n");
    }

    /** Each finding as {@code code file:line}. */
    private static List<String> told(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code().id() + " " + place(finding.site()))
                .toList();
    }

    private static String place(Site site) {
        return site instanceof Site.InSpan in
                ? in.span().path() + ":" + in.span().line()
                : "";
    }

    private static List<String> told(RunReport report) {
        return told(report.findings());
    }

    private static List<String> waived(RunReport report) {
        return told(report.waived().stream().map(waived -> waived.finding()).toList());
    }

    @Test
    void oneLineOfARepoIsOneFindingForAllEnvironmentsAndTheOthersLand() {
        RunReport report = workspace(PRIVILEGED, "").generate();

        assertThat(told(report)).containsExactly("policy/privileged repos/alpha/repo.yaml:4");
        assertThat(DiskWorkspace.changes(report)).anyMatch(change -> change.contains("repos/beta/"));
        assertThat(DiskWorkspace.changes(report)).noneMatch(change -> change.contains("repos/alpha/"));
    }

    @Test
    void oneLineOfAProfileIsOneFindingForAllRepos() {
        RunReport report = workspace("profiles: [debug]\n", "profiles: [debug]\n")
                .with("environments/profiles/debug.yaml", "defaults:\n  " + PRIVILEGED)
                .generate();

        assertThat(told(report)).containsExactly("policy/privileged environments/profiles/debug.yaml:2");
    }

    @Test
    void aSecondRunTellsItAgain() {
        DiskWorkspace workspace = workspace("", "").generated().append("repos/alpha/repo.yaml", PRIVILEGED);

        assertThat(told(workspace.generate()))
                .isEqualTo(told(workspace.generate()))
                .hasSize(1);
        assertThat(told(workspace.check())).contains("policy/privileged repos/alpha/repo.yaml:4");
    }

    @Test
    void aPlaceholderIsToldWhereAReferenceTookItFrom() {
        RunReport report = workspace(
                        "vars: {account: <account-id>}\nlocation: {image: \"${vars.account}.example.com/x:1\"}\n", "")
                .generate();

        assertThat(told(report)).containsExactly("policy/placeholder repos/alpha/repo.yaml:4");
    }

    @Test
    void aReferenceThatIsMeantLiterallyIsNoPlaceholderAndHidesNone() {
        RunReport report = workspace("env: {FORMAT: \"$${level}\"}\n", "env: {FORMAT: \"$${level} TODO\"}\n")
                .generate();

        assertThat(told(report)).containsExactly("policy/placeholder repos/beta/repo.yaml:4");
    }

    @Test
    void aNamespaceOfTheTeamsOwnIsForeign() {
        RunReport report = workspace("", "")
                .with(
                        "repos/beta/overlays/prod.yaml",
                        "location: {container_context: {k8s: {namespace: \"finance-${environment.name}\"}}}\n")
                .generate();

        assertThat(told(report)).containsExactly("policy/foreign-namespace repos/beta/overlays/prod.yaml:1");
    }

    @Test
    void aNamespaceInMetadataMayRepeatThatOfTheLocation() {
        String metadata = "location: {container_context: {k8s: {run_k8s_config: {job_metadata: {namespace: %s}}}}}\n";

        assertThat(told(workspace(metadata.formatted("\"dagster-${environment.name}\""), metadata.formatted("finance"))
                        .generate()))
                .containsExactly("policy/foreign-namespace repos/beta/repo.yaml:4");
    }

    @Test
    void whereThePlatformNamesNoNamespaceTheTeamMay() {
        workspace("location: {container_context: {k8s: {namespace: mine}}}\n", "")
                .with("environments/base.yaml", BASE.replaceAll("(?m)^ +container_context.*\n", ""))
                .generated();
    }

    @Test
    void theParameterListsNamespacesThatTeamsMayChoose() {
        workspace("location: {container_context: {k8s: {namespace: shared-gpu}}}\n", "")
                .append("environments/base.yaml", "policies: {namespaces: [shared-gpu]}\n")
                .generated();
    }

    @Test
    void aBareNameIsFineWhenTheAgentProvidesIt() {
        String bare = "location: {container_context: {k8s: {env_vars: [%s]}}}\n";

        assertThat(told(workspace(bare.formatted("REGION"), bare.formatted("OTHER"))
                        .generate()))
                .containsExactly("policy/bare-variable repos/beta/repo.yaml:4");
    }

    @Test
    void aWaiverLetsThroughUntilItsLastDay() {
        DiskWorkspace workspace = waiving(workspace(PRIVILEGED, ""), "repos: [alpha], until: 2026-11-22");

        RunReport report = workspace.generateOn(TODAY);

        assertThat(told(report)).isEmpty();
        assertThat(waived(report)).containsExactly("policy/privileged repos/alpha/repo.yaml:4");
        assertThat(report.summary()).endsWith(" created, 1 waived");
        assertThat(report.exitCode()).isZero();
    }

    @Test
    void whatIsWaivedIsToldInEveryRunAndNoShortcutOutlivesTheWaiver() {
        DiskWorkspace workspace = waiving(workspace(PRIVILEGED, ""), "until: 2026-11-22");
        workspace.generateOn(TODAY);

        assertThat(waived(workspace.generateOn(TODAY))).hasSize(1);
        assertThat(told(workspace.generateOn(TODAY.plusDays(1))))
                .containsExactly("policy/privileged repos/alpha/repo.yaml:4");
    }

    @Test
    void aWaiverThatEndedNamesItsOwner() {
        DiskWorkspace workspace = waiving(workspace(PRIVILEGED, ""), "until: 2026-10-01");

        assertThat(workspace.generateOn(TODAY).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.message()).endsWith(", and the waiver that let it through ended on 2026-10-01");
            assertThat(finding.related())
                    .extracting(related -> place(related.site()))
                    .containsExactly("environments/base.yaml:13");
            assertThat(finding.help()).last().asString().contains("platform");
        });
    }

    @Test
    void aWaiverReachesNoFurtherThanItSays() {
        DiskWorkspace workspace = waiving(
                workspace(PRIVILEGED, PRIVILEGED).with("repos/alpha/overlays/prod.yaml", "env: {A: \"1\"}\n"),
                "repos: [alpha], environments: [dev], locations: [alpha], until: 2027-01-01");

        assertThat(told(workspace.generateOn(TODAY)))
                .containsExactly(
                        "policy/privileged repos/alpha/repo.yaml:4", "policy/privileged repos/beta/repo.yaml:4");
    }

    @Test
    void aWaiverInForceCountsBeforeOneThatEnded() {
        DiskWorkspace workspace = workspace(PRIVILEGED, "")
                .append(
                        "environments/base.yaml",
                        """
                        policies:
                          waivers:
                            - {policy: policy/privileged, reason: old, owner: platform, until: 2026-10-01}
                            - {policy: policy/privileged, reason: new, owner: platform, until: 2027-01-01}
                        """);

        assertThat(workspace.generateOn(TODAY).waived())
                .extracting(waived -> waived.waiver().reason())
                .containsExactly("new");
    }

    @Test
    void aWaiverOfWarningsLetsThoseThrough() {
        RunReport report = workspace("env: {EXAMPLE: quickstart_etl}\n", "")
                .append(
                        "environments/base.yaml",
                        "policies: {waivers: [{policy: policy/placeholder, reason: a, owner: b, until: 2027-01-01}]}\n")
                .generateOn(TODAY);

        assertThat(told(report)).isEmpty();
        assertThat(waived(report)).containsExactly("policy/placeholder repos/alpha/repo.yaml:4");
    }

    @Test
    void aWaiverThatLetsNothingThroughIsUnusedOnlyWhenAllWereLookedAt() {
        DiskWorkspace workspace = waiving(workspace("", ""), "until: 2027-01-01");

        assertThat(told(workspace.generateOn(TODAY))).containsExactly("fleet/unused environments/base.yaml:13");
        assertThat(told(workspace.fleet().generate(new Request(List.of("alpha"), List.of(), List.of(), false))))
                .isEmpty();
    }

    @Test
    void aWaiverThatEndedNamesItsOwnerEvenIfNothingNeedsIt() {
        DiskWorkspace workspace = waiving(workspace("", ""), "until: 2020-01-01");

        assertThat(workspace.generateOn(TODAY).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.message())
                    .isEqualTo("the waiver of `policy/privileged` ended on 2020-01-01, and platform answers for it");
        });
    }

    @Test
    void whatAWaiverNamesHasToExist() {
        DiskWorkspace workspace = workspace("", "")
                .append(
                        "environments/base.yaml",
                        """
                        policies:
                          waivers:
                            - {policy: policy/priviledged, reason: a, owner: b, until: 2027-01-01}
                            - {policy: syntax/yaml, reason: a, owner: b, until: 2027-01-01}
                            - {policy: policy/privileged, reason: a, owner: b, until: 2026-02-30}
                            - {policy: policy/privileged, environments: [prd], reason: a, owner: b, until: 2027-01-01}
                            - {policy: policy/privileged, repos: [alhpa], reason: a, owner: b, until: 2027-01-01}
                            - {policy: policy/privileged, locations: [bet], reason: a, owner: b, until: 2027-01-01}
                        """);

        assertThat(told(workspace.generateOn(TODAY)))
                .containsExactly(
                        "fleet/waiver environments/base.yaml:15",
                        "fleet/waiver environments/base.yaml:16",
                        "fleet/waiver environments/base.yaml:17",
                        "fleet/unknown-environment environments/base.yaml:18",
                        "fleet/waiver environments/base.yaml:19",
                        "fleet/waiver environments/base.yaml:20");
    }
}
