package io.github.dagsterfleet.dagster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Related;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.fleet.MemoryFleet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one workflow cannot do for all environments of a repo. */
final class OneWorkflowTest {
    private static final String REPO = "repos/x/repo.yaml";
    private static final String BUILT = "agent: eks\nlocation: {build: {registry: registry.example.com/x}}\n";
    private static final String IN_PROD = "repos/x/overlays/prod.yaml";
    private static final String ELSEWHERE = "location: {build: {registry: registry.example.com/prod/x}}\n";

    private static MemoryFleet fleet(String repo) {
        return new MemoryFleet()
                .with(
                        "environments/base.yaml",
                        """
                        format: 1
                        organization: acme
                        environments: [dev, staging, prod]
                        dagster: 1.13.27
                        agents: {eks: {platform: k8s}, plus: {platform: serverless}}
                        defaults: {git: {ci: github}}
                        """)
                .with(REPO, "locations: {a: {code_source: {module_name: a}}}\n" + repo);
    }

    private static List<Finding> refused(MemoryFleet fleet) {
        Findings findings = new Findings();
        OneWorkflow.check(fleet.read().sound("x"), findings);
        return findings.list();
    }

    /** Where each finding stands, and then its notes. */
    private static List<String> places(MemoryFleet fleet) {
        return refused(fleet).stream()
                .flatMap(finding -> Stream.concat(
                        Stream.of(finding.site()), finding.related().stream().map(Related::site)))
                .map(site -> ((Site.InSpan) site).span().toString())
                .toList();
    }

    @Test
    void oneRegistryServesAllEnvironments() {
        assertThat(refused(fleet(BUILT))).isEmpty();
    }

    @Test
    void registryOfOneEnvironmentIsAnError() {
        assertThat(places(fleet(BUILT).with(IN_PROD, ELSEWHERE))).containsExactly(IN_PROD + ":1:30", REPO + ":3:30");
    }

    @Test
    void registryByTheNameOfTheEnvironmentIsOneErrorForAll() {
        assertThat(refused(fleet(
                        "agent: eks\nlocation: {build: {registry: \"registry.example.com/${environment.name}\"}}\n")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.related())
                        .extracting(Related::message)
                        .containsExactly(
                                "in `dev` it is built from `.` for `registry.example.com/dev`",
                                "in `prod` it is built from `.` for `registry.example.com/prod`"));
    }

    @Test
    void imageThatIsReadySomewhereIsNoOtherBuild() {
        assertThat(refused(fleet(BUILT).with(IN_PROD, "location: {image: \"registry.example.com/x:1\"}\n")))
                .isEmpty();
    }

    @Test
    void serverlessHereAndHybridThereIsAnError() {
        assertThat(places(fleet("agent: plus\n")
                        .with(IN_PROD, "agent: eks\nlocation: {image: \"registry.example.com/x:1\"}\n")))
                .containsExactly(IN_PROD + ":1:8", REPO + ":2:8");
    }

    @Test
    void thePipelineOfGitlabServesNoMore() {
        assertThat(refused(fleet(BUILT + "git: {ci: gitlab}\n").with(IN_PROD, ELSEWHERE)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.help())
                        .singleElement()
                        .asString()
                        .contains("turn the workflow off with `artifacts: {.gitlab-ci.yml: false}`"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git: {ci: none}\n",
                "git: {delivery: branches}\n",
                "artifacts: {.github/workflows/dagster-plus.yml: false}\n",
                "git: {ci: gitlab}\nartifacts: {.gitlab-ci.yml: false}\n"
            })
    void withoutTheWorkflowNothingIsRefused(String said) {
        assertThat(refused(fleet(BUILT + said).with(IN_PROD, ELSEWHERE))).isEmpty();
    }
}
