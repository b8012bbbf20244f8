package io.github.dagsterfleet.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.fleet.MemoryFleet;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What templates are told of a repo's environments, images and Python, from its sources on. */
final class AllEnvironmentsTest {
    private static final String BASE =
            """
            format: 1
            organization: acme
            environments: [dev, prod]
            dagster: 1.13.27
            agents: {cluster: {platform: k8s}, plus: {platform: serverless}}
            defaults: {agent: cluster}
            """;
    private static final String IN_PROD = "repos/x/overlays/prod.yaml";

    private static MemoryFleet fleet(String repo) {
        return new MemoryFleet()
                .with("environments/base.yaml", BASE)
                .with("environments/prod.yaml", "deployment: live\n")
                .with("repos/x/repo.yaml", repo);
    }

    private static Mapping facts(MemoryFleet fleet) {
        return AllEnvironments.of(fleet.read().sound("x")).facts();
    }

    private static Node builds(MemoryFleet fleet) {
        return facts(fleet).get("builds").orElseThrow();
    }

    private static Node readyLocations(MemoryFleet fleet) {
        return facts(fleet).get("ready_locations").orElseThrow();
    }

    /** Lists in block style read the same as those the model makes. */
    private static Node list(String yaml) {
        return Workbench.yaml("list:\n" + yaml).get("list").orElseThrow();
    }

    @Test
    void locationsThatSayTheSameShareABuild() {
        MemoryFleet fleet = fleet(
                """
                locations:
                  a: {build: {directory: ., registry: r/x}}
                  b: {build: {registry: r/x}}
                """);

        assertThat(builds(fleet))
                .isEqualTo(
                        list(
                                """
                                - name: a
                                  directory: .
                                  registry: r/x
                                  locations:
                                    - {name: a, deployments: [dev, live]}
                                    - {name: b, deployments: [dev, live]}
                                """));
        assertThat(readyLocations(fleet)).isEqualTo(list("  []\n"));
    }

    @Test
    void locationsThatDifferHaveABuildEach() {
        MemoryFleet fleet = fleet(
                """
                location: {build: {registry: r/x}}
                locations:
                  a: {build: {directory: a}}
                  b: {build: {directory: b}, environments: [prod]}
                """);

        assertThat(builds(fleet))
                .isEqualTo(
                        list(
                                """
                                - {name: a, directory: a, registry: r/x, locations: [{name: a, deployments: [dev, live]}]}
                                - {name: b, directory: b, registry: r/x, locations: [{name: b, deployments: [live]}]}
                                """));
    }

    @Test
    void aLocationMayBeBuiltHereAndReadyThere() {
        MemoryFleet fleet = fleet("locations: {a: {build: {registry: r/x}}}\n")
                .with(IN_PROD, "locations: {a: {image: \"r/y:1\"}}\n");

        assertThat(builds(fleet))
                .isEqualTo(
                        list(
                                """
                                - {name: a, directory: ., registry: r/x, locations: [{name: a, deployments: [dev]}]}
                                """));
        assertThat(readyLocations(fleet)).isEqualTo(list("- {name: a, deployments: [live]}\n"));
    }

    @Test
    void aLocationWithAnotherBuildElsewhereLendsItsNameOnce() {
        MemoryFleet fleet = fleet("locations: {a: {build: {registry: r/x}}}\n")
                .with(IN_PROD, "locations: {a: {build: {registry: r/y}}}\n");

        assertThat(builds(fleet))
                .isEqualTo(
                        list(
                                """
                                - {name: a, directory: ., registry: r/x, locations: [{name: a, deployments: [dev]}]}
                                - {name: a-live, directory: ., registry: r/y, locations: [{name: a, deployments: [live]}]}
                                """));
    }

    @Test
    void theNameOfABuildFitsWhereNoDotDoes() {
        MemoryFleet fleet = fleet(
                """
                locations:
                  1st.a: {build: {registry: r/x}}
                  B.c: {build: {registry: r/y}, environments: [dev]}
                  b-C: {build: {registry: r/z}, environments: [prod]}
                """);

        assertThat(builds(fleet).toString()).contains("\"_1st-a\"", "\"B-c\"", "\"b-C-live\"");
    }

    @Test
    void whatRendersFromReleasesIsNamedWithItsDeployment() {
        MemoryFleet fleet = fleet("locations: {a: {build: {registry: r/x}}}\n");

        assertThat(facts(fleet).get("promoted")).contains(list("  []\n"));
        assertThat(facts(fleet.with("environments/base.yaml", BASE + "promoted: [prod]\n"))
                        .get("promoted"))
                .contains(list("- {name: prod, deployment: live}\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vars: {a: b} | 3.11",
                "pyproject: {project: {name: x, version: '1', requires-python: '>=3.9'}} | 3.11",
                "pyproject: {project: {name: x, version: '1', requires-python: '>=3.12,<3.14'}} | 3.12",
                "pyproject: {project: {name: x, version: '1', requires-python: '<3.11'}} | 3.10",
                "pyproject: {project: {name: x, version: '1', requires-python: '==3.12.4'}} | none",
                "pyproject: {project: {name: x, version: '1', requires-python: 'as you like'}} | none"
            })
    void serverlessCodeIsBuiltWithAPythonThatItsProjectAdmits(String facts, String python) {
        MemoryFleet fleet = fleet("agent: plus\nlocations: {a: {code_source: {module_name: a}}}\n" + facts + "\n");

        assertThat(facts(fleet).text("python").orElse("none")).isEqualTo(python);
    }

    @Test
    void onePythonHasToFitEveryProject() {
        MemoryFleet fleet = fleet(
                """
                agent: plus
                locations: {a: {project: a}, b: {project: b}}
                projects:
                  a: {pyproject: {project: {name: x, version: '1', requires-python: ">=3.10"}}}
                  b: {pyproject: {project: {name: x, version: '1', requires-python: ">=3.13"}}}
                """);

        assertThat(facts(fleet).text("python")).contains("3.13");
    }

    @Test
    void whoBuildsImagesChoosesPythonThere() {
        assertThat(facts(fleet("locations: {a: {build: {registry: r/x}}}\n")).has("python"))
                .isFalse();
    }
}
