package io.github.dagsterfleet.dagster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LocationDocumentTest {
    @Test
    void keysComeInDagstersOrderWhicheverWasSaidFirst() {
        Mapping location = TestTarget.location(
                """
                agent: docker
                locations:
                  a:
                    agent_queue: q
                    attribute: defs
                    build: {registry: r, directory: .}
                    working_directory: src
                    container_context: {docker: {networks: [n], env_vars: [B=2, A=1]}}
                    code_source: {python_file: a.py}
                """);

        assertThat(location)
                .hasToString(TestTarget.yaml(
                                """
                location_name: a
                code_source: {python_file: a.py}
                working_directory: src
                build: {directory: ., registry: r}
                attribute: defs
                agent_queue: q
                container_context: {docker: {env_vars: [A=1, B=2], networks: [n]}}
                """)
                        .toString());
    }

    @Test
    void whatLayersSaidIsNotCopied() {
        Target target = TestTarget.of(
                """
                agent: docker
                locations:
                  a: {code_source: {module_name: m}, build: {directory: ., registry: r}}
                """);
        Mapping facts = target.locations().get(0).facts();
        Mapping location = TestTarget.documents(target).locations().get(0);

        assertThat(location.get("code_source").orElseThrow())
                .isSameAs(facts.get("code_source").orElseThrow());
        assertThat(location.get("build").orElseThrow())
                .isSameAs(facts.get("build").orElseThrow());
    }

    @Test
    void aLocationWithoutSettingsHasNoContainerContext() {
        Mapping location = TestTarget.location(
                """
                agent: k8s
                locations:
                  a: {code_source: {module_name: m}, image: i}
                """);

        assertThat(location.keys()).containsExactly("location_name", "code_source", "image");
    }

    @Test
    void aLocationWithoutCodeSourceIsAnError() {
        assertThat(
                        TestTarget.findings(
                                """
                agent: serverless
                locations:
                  a: {working_directory: src}
                """))
                .containsExactly("dagster/code-source at a");
    }

    @Test
    void aHybridLocationNeedsAnImageOrARegistry() {
        assertThat(
                        TestTarget.findings(
                                """
                agent: ecs
                locations:
                  a: {code_source: {module_name: m}, build: {directory: .}}
                """))
                .containsExactly("dagster/no-image at a");
    }

    @Test
    void aServerlessLocationHasNeitherImageNorRegistry() {
        assertThat(
                        TestTarget.findings(
                                """
                agent: serverless
                locations:
                  a: {code_source: {module_name: m}, image: i}
                  b: {code_source: {module_name: m}, build: {registry: r}}
                """))
                .containsExactly("dagster/serverless-registry at i", "dagster/serverless-registry at r");
    }

    @Test
    void aQueueMustBeServedWhenTheCatalogueSaysQueues() {
        assertThat(
                        TestTarget.findings(
                                """
                agent: k8s
                locations:
                  a: {code_source: {module_name: m}, image: i, agent_queue: hybird}
                """))
                .containsExactly("fleet/unknown-queue at hybird");
    }

    @Test
    void aServerlessAgentServesNoQueueOfItsOwn() {
        assertThat(
                        TestTarget.findings(
                                """
                agent: serverless
                locations:
                  a: {code_source: {module_name: m}, agent_queue: q}
                """))
                .containsExactly("fleet/unknown-queue at q");
    }

    @Test
    void settingsOfAnotherPlatformAreAnError() {
        assertThat(
                        TestTarget.findings(
                                """
                agent: k8s
                locations:
                  a:
                    code_source: {module_name: m}
                    image: i
                    container_context: {ecs: {task_role_arn: arn}}
                """))
                .containsExactly("dagster/platform-context at {task_role_arn: arn}");
    }

    @Test
    void aServerlessAgentTakesNoSettings() {
        assertThat(
                        TestTarget.findings(
                                """
                agent: serverless
                locations:
                  a: {code_source: {module_name: m}, container_context: {k8s: {namespace: n}}}
                """))
                .containsExactly("dagster/platform-context at {namespace: n}");
    }

    @Test
    void everyProblemIsFoundAtOnce() {
        List<String> findings = TestTarget.findings(
                """
                agent: docker
                locations:
                  a: {agent_queue: q, resources: {run: {cpu: "1"}}, env: {DAGSTER_HOME: x}}
                """);

        assertThat(findings)
                .containsExactly(
                        "dagster/reserved-variable at DAGSTER_HOME",
                        "dagster/code-source at a",
                        "dagster/no-image at a",
                        "dagster/no-resources at {run: {cpu: \"1\"}}");
    }
}
