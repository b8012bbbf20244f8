package io.github.dagsterfleet.rule.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.dagster.VariableLimits;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.fleet.MemoryFleet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VariableCountTest {
    private static final String SERVERLESS =
            """
            format: 1
            organization: acme
            environments: [dev, prod]
            dagster: 1.13.27
            agents: {eks: {platform: serverless}, k8s: {platform: k8s}}
            secrets:
              plus: {store: dagster-plus, keys: [A, B]}
              cluster: {store: kubernetes, keys: [A, B]}
            """;

    private static MemoryFleet fleet() {
        return new MemoryFleet().with("environments/base.yaml", SERVERLESS);
    }

    private static String env(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> prefix + i + ": x")
                .collect(Collectors.joining(", ", "env: {", "}\n"));
    }

    private static List<String> notes(Finding finding) {
        return finding.related().stream().map(note -> note.message()).toList();
    }

    @Test
    void theLimitMayBeReached() {
        assertThat(fleet().repo("a", env("A", 600))
                        .repo("b", env("B", VariableLimits.MOST - 600))
                        .read()
                        .codes())
                .isEmpty();
    }

    @Test
    void reposAreCountedTogetherAndTheLargestIsTold() {
        MemoryFleet.Read read = fleet().repo("a", env("A", 300))
                .repo("b", env("B", 500))
                .repo("c", env("C", 200))
                .repo("d", env("D", 1))
                .read();

        assertThat(read.codes()).containsExactly("fleet/variable-count repos/b/repo.yaml:3");
        Finding finding = read.findings().get(0);
        assertThat(finding.message())
                .isEqualTo(
                        "the repos bring 1001 variables into the deployment `dev`, and Dagster+ keeps at most 1000 in"
                                + " one");
        assertThat(notes(finding))
                .containsExactly(
                        "`a` brings 300",
                        "`c` brings 200",
                        "the rest comes from 1 other repo of this deployment",
                        "`prod` comes to 1001");
    }

    @Test
    void whatIsEqualInTwoReposCanBeKeptOnce() {
        assertThat(fleet().repo("a", env("A", 600))
                        .repo("b", env("A", 600))
                        .read()
                        .codes())
                .isEmpty();
    }

    @Test
    void eachEnvironmentIsADeploymentOfItsOwn() {
        assertThat(fleet().repo("a", "environments: [dev]\n" + env("A", 600))
                        .repo("b", "environments: [prod]\n" + env("B", 600))
                        .read()
                        .codes())
                .isEmpty();
    }

    @Test
    void whatAnAgentPassesOnDoesNotCount() {
        assertThat(fleet().with(
                                "repos/a/repo.yaml",
                                "agent: k8s\nlocations: {a: {code_source: {module_name: a}, image: i}}\n"
                                        + env("A", 1200))
                        .read()
                        .codes())
                .isEmpty();
    }

    @Test
    void secretsOfDagsterPlusCountOnEveryAgent() {
        String secrets = IntStream.rangeClosed(1, 999)
                .mapToObj(i -> "S" + i + ": {secret: plus#A}")
                .collect(Collectors.joining(", ", "env: {O: {secret: cluster#A}, ", "}\nenv_from: [plus]\n"));

        assertThat(fleet().with(
                                "repos/a/repo.yaml",
                                "agent: k8s\nlocations: {a: {code_source: {module_name: a}, image: i}}\n" + secrets)
                        .read()
                        .codes())
                .containsExactly("fleet/variable-count repos/a/repo.yaml:2");
    }

    @Test
    void secretsThatCodeCanDoWithoutNeedNotBeThere() {
        String secrets = IntStream.rangeClosed(1, 1001)
                .mapToObj(i -> "S" + i + ": {secret: plus#A, required: false}")
                .collect(Collectors.joining(", ", "env: {", "}\n"));

        assertThat(fleet().repo("a", secrets).read().codes()).isEmpty();
    }

    @Test
    void aRepoThatCannotBeReadLeavesTheNumberOpen() {
        assertThat(fleet().repo("a", env("A", 1200))
                        .with("repos/b/repo.yaml", "agent: [\n")
                        .read()
                        .codes())
                .doesNotContain("fleet/variable-count repos/a/repo.yaml:3");
    }
}
