package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a whole run says of things that nothing uses. */
class UnusedTest {
    private static final String BASE =
            """
            format: 1
            organization: acme
            environments: [dev, prod]
            dagster: 1.13.27
            """;
    private static final String REPO =
            """
            agent: serverless
            locations: {alpha: {code_source: {module_name: alpha}}}
            """;

    @TempDir
    private Path root;

    private DiskWorkspace workspace(String repo) {
        return DiskWorkspace.empty(root)
                .with("environments/base.yaml", BASE)
                .with("repos/alpha/repo.yaml", REPO + repo);
    }

    /** What is said of unused things, each as its file and the message. */
    private static List<String> unused(RunReport report) {
        return report.findings().stream()
                .filter(finding -> finding.code().id().equals("fleet/unused"))
                .map(UnusedTest::words)
                .toList();
    }

    private static String words(Finding finding) {
        return finding.site().path().orElseThrow() + ": " + finding.message();
    }

    @Test
    void aVariableThatNobodyReadsIsOneFindingWithEveryLineThatSaysIt() {
        DiskWorkspace workspace = workspace("vars: {lost: {small: 1, large: [2]}}\n")
                .with("repos/alpha/overlays/prod.yaml", "vars: {lost: {small: 3}}\n");

        RunReport report = workspace.generate();

        assertThat(unused(report))
                .containsExactly(
                        "repos/alpha/overlays/prod.yaml: nothing reads `vars.lost.small`",
                        "repos/alpha/repo.yaml: nothing reads `vars.lost.large`");
        assertThat(report.findings().get(0).related()).singleElement().satisfies(note -> assertThat(
                        note.site().path().orElseThrow().value())
                .isEqualTo("repos/alpha/repo.yaml"));
    }

    @Test
    void theNextRunTellsItAgain() {
        DiskWorkspace workspace = workspace("vars: {lost: 2}\n");
        RunReport first = workspace.generate();
        RunReport second = workspace.generate();

        RunReport remembered =
                RunReport.unchanged(first.remembered(LocalDate.EPOCH).orElseThrow());

        assertThat(unused(first)).hasSize(1);
        assertThat(remembered.findings()).isEqualTo(second.findings());
        assertThat(remembered.summary()).isEqualTo(second.summary());
    }

    @Test
    void oneVariableOfManyReposIsOneFindingWhereASharedFileSaysIt() {
        DiskWorkspace workspace = workspace("vars: {lost: 2}\n")
                .with("repos/beta/repo.yaml", REPO.replace("alpha", "beta") + "vars: {lost: 3}\n");

        assertThat(unused(workspace.generate()))
                .containsExactly(
                        "repos/alpha/repo.yaml: nothing reads `vars.lost`",
                        "repos/beta/repo.yaml: nothing reads `vars.lost`");

        workspace.append("environments/base.yaml", "defaults: {vars: {lost: 1}}\n");

        assertThat(unused(workspace.generate())).containsExactly("environments/base.yaml: nothing reads `vars.lost`");
        assertThat(unused(workspace.fleet().generate(new Request(List.of("alpha"), List.of(), List.of(), false))))
                .containsExactly("repos/alpha/repo.yaml: nothing reads `vars.lost`");
    }

    @Test
    void aReferenceReads() {
        DiskWorkspace workspace = workspace(
                """
                vars: {level: "${vars.word}", word: INFO, all: {a: 1}}
                env: {LEVEL: "${vars.level}", A: "${vars.all.a}"}
                """);

        assertThat(unused(workspace.generate())).isEmpty();
    }

    @Test
    void aTemplateReadsWhatItPrintsOrLooksAt() {
        DiskWorkspace workspace = workspace(
                        "vars: {printed: 1, decides: true, list: [a], whole: {a: 1, b: [2]}, one: {a: 1, b: 2}}\n")
                .with(
                        "templates/repo@environment/vars.yaml.ftl",
                        """
                        <#if vars.decides>printed: ${vars.printed}</#if>
                        <#list vars.list as item>
                        item: ${item}
                        </#list>
                        whole:
                          <@emit node=vars.whole/>
                        one: ${vars.one.a}
                        """);

        assertThat(unused(workspace.generate())).containsExactly("repos/alpha/repo.yaml: nothing reads `vars.one.b`");
    }

    @Test
    void whatIsReplacedCountsWhereItsReplacementIsRead() {
        DiskWorkspace workspace = workspace("vars: {level: DEBUG}\nenv: {LEVEL: \"${vars.level}\"}\n")
                .with("environments/base.yaml", BASE + "defaults: {vars: {level: INFO}}\n");

        assertThat(unused(workspace.generate())).isEmpty();
    }

    @Test
    void whatOneEnvironmentSaysForNothingIsNamed() {
        DiskWorkspace workspace = workspace("git: {ci: github, branch: main}\n")
                .with("environments/base.yaml", BASE + "defaults: {vars: {python_version: \"3.12\"}}\n")
                .with("repos/alpha/overlays/prod.yaml", "vars: {python_version: \"3.11\"}\n");

        assertThat(unused(workspace.generate()))
                .containsExactly("repos/alpha/overlays/prod.yaml: nothing reads `vars.python_version`");
    }

    @Test
    void agentsSecretsAndProfilesThatNobodyTakesAreNamed() {
        DiskWorkspace workspace = workspace(
                        """
                profiles: [taken]
                env: {A: {secret: key-of#a}}
                env_from: [whole]
                """)
                .with(
                        "environments/base.yaml",
                        BASE
                                + """
                        agents:
                          serverless: {platform: serverless}
                          idle: {platform: k8s}
                        secrets:
                          key-of: {store: dagster-plus, keys: [a]}
                          whole: {store: dagster-plus, keys: [B]}
                          lost: {store: dagster-plus, keys: [c]}
                        """)
                .with("environments/profiles/taken.yaml", "defaults: {env: {C: 1}}\n")
                .with("environments/profiles/lost.yaml", "defaults: {env: {C: 1}}\n");

        assertThat(unused(workspace.generate()))
                .containsExactly(
                        "environments/base.yaml: no repo runs on agent `idle`",
                        "environments/base.yaml: no variable takes secret `lost`",
                        "environments/profiles/lost.yaml: no repo and no location lists the profile `lost`");
    }

    @Test
    void whatOneEnvironmentOrLocationTakesIsUsed() {
        DiskWorkspace workspace = workspace("")
                .with(
                        "repos/alpha/repo.yaml",
                        """
                        agent: serverless
                        locations:
                          alpha: {code_source: {module_name: alpha}, profiles: [of-location]}
                        """)
                .with("repos/alpha/overlays/prod.yaml", "profiles: [of-prod]\n")
                .with("environments/profiles/of-location.yaml", "defaults: {env: {C: 1}}\n")
                .with("environments/profiles/of-prod.yaml", "defaults: {env: {D: 1}}\n");

        assertThat(unused(workspace.generate())).isEmpty();
    }

    @Test
    void nothingIsSaidBeforeThereIsARepo() {
        DiskWorkspace workspace =
                DiskWorkspace.empty(root).with("environments/base.yaml", BASE + "agents: {idle: {platform: k8s}}\n");

        assertThat(DiskWorkspace.findings(workspace.generate())).isEmpty();
    }

    @Test
    void nothingIsSaidWhileSomethingIsWrong() {
        DiskWorkspace workspace =
                workspace("vars: {lost: 1}\n").with("repos/beta/repo.yaml", "agent: nobody\nlocations: {}\n");

        assertThat(unused(workspace.generate())).isEmpty();
    }

    @Test
    void ofPartOfTheFleetOnlyItsOwnLinesAreToldInVain() {
        DiskWorkspace workspace =
                workspace("vars: {lost: 1}\n").with("environments/base.yaml", BASE + "defaults: {vars: {shared: 1}}\n");

        assertThat(unused(workspace.fleet().generate(new Request(List.of("alpha"), List.of(), List.of(), false))))
                .containsExactly("repos/alpha/repo.yaml: nothing reads `vars.lost`");
        assertThat(unused(workspace.generate())).hasSize(2);
        assertThat(unused(workspace.check())).hasSize(2);
    }

    @Test
    void nothingIsSaidWhileAnEnvironmentIsLeftOut() {
        DiskWorkspace workspace = workspace("vars: {lost: 1}\n");

        assertThat(DiskWorkspace.findings(
                        workspace.fleet().generate(new Request(List.of("alpha"), List.of("dev"), List.of(), false))))
                .isEmpty();
    }
}
