package io.github.dagsterfleet.dagster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.layer.LayerName;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EnvContractTest {
    private static Documents documents(String agent, String... locations) {
        String image = agent.equals("serverless") ? "" : "image: i, ";
        StringBuilder repo = new StringBuilder("agent: " + agent + "\nteam: us\nlocations:\n");
        for (int i = 0; i < locations.length; i++) {
            repo.append(
                    "  %s: {code_source: {module_name: m}, %s%s}\n".formatted((char) ('b' - i), image, locations[i]));
        }
        return TestTarget.documents(TestTarget.of(repo.toString()));
    }

    private static List<Node> variables(Documents documents) {
        return documents.envSet().sequence("variables").map(Sequence::items).orElseThrow();
    }

    private static List<String> vias(Documents documents) {
        return variables(documents).stream()
                .map(variable -> ((Mapping) variable).text("via").orElseThrow())
                .toList();
    }

    @Test
    void anEntrySaysEverythingOfAVariable() {
        Documents documents = documents(
                "k8s",
                "env: {A: {value: '[1]', format: json, required: false, description: d, sides: [run]}},"
                        + " container_context: {k8s: {namespace: n}}");

        assertThat(documents.envSet())
                .hasToString(TestTarget.yaml(
                                """
                format: 1
                organization: acme
                repo: sample
                environment: dev
                deployment: dev
                platform: k8s
                variables:
                  - name: A
                    locations: [b]
                    sides: [run]
                    scopes: [full, branch]
                    value: "[1]"
                    format: json
                    required: false
                    description: d
                    via: container_context.k8s.run_k8s_config.container_config.env
                """)
                        .toString());
    }

    @Test
    void aTargetWithoutVariablesHasAnEmptyList() {
        assertThat(variables(documents("docker", "attribute: defs"))).isEmpty();
    }

    @Test
    void equalVariablesOfTwoLocationsAreOneEntry() {
        List<Node> variables = variables(documents("docker", "env: {A: 1}", "env: {A: 1}"));

        assertThat(variables).singleElement().asString().contains("locations: [\"a\", \"b\"]");
    }

    @Test
    void everyValueOfANameIsAnEntry() {
        List<Node> variables = variables(documents("docker", "env: {A: 1, B: x}", "env: {A: 2}"));

        assertThat(variables)
                .extracting(variable -> ((Mapping) variable).text("name").orElseThrow()
                        + ((Mapping) variable).text("value").orElseThrow())
                .containsExactly("A1", "A2", "Bx");
    }

    @Test
    void theWayOfAVariableIsNamed() {
        assertThat(vias(documents(
                        "k8s",
                        "env: {A: 1, B: {secret: warehouse#DB_USER}, C: {secret: plus#TOKEN}, PROVIDED: {secret: host#PROVIDED}},"
                                + " container_context: {k8s: {namespace: n}}")))
                .containsExactly(
                        "container_context.k8s.env_vars",
                        "Secret n/warehouse",
                        "dagster-plus",
                        "container_context.k8s.env_vars");
        assertThat(vias(documents("k8s", "env: {B: {secret: warehouse#DB_USER}}")))
                .containsExactly("Secret warehouse");
        assertThat(vias(documents("ecs", "env: {A: 1, B: {secret: vault#token}}")))
                .containsExactly("container_context.ecs.env_vars", "arn:dev");
        assertThat(vias(documents("docker", "env: {A: 1}"))).containsExactly("container_context.docker.env_vars");
        assertThat(vias(documents("serverless", "env: {A: 1, B: {secret: plus#TOKEN}}")))
                .containsExactly("dagster-plus", "dagster-plus");
    }

    @Test
    void rawVariablesArePartOfTheContract() {
        String item = "{container_config: {env: [{name: B, valueFrom: {secretKeyRef: {name: s, key: k}}}]}}";
        Documents documents = documents(
                "k8s",
                "container_context: {k8s: {env_vars: [\"A=1=2\"], server_k8s_config: %s, run_k8s_config: %s}}"
                        .formatted(item, item));

        assertThat(variables(documents)).hasSize(2);
        assertThat(variables(documents).get(0)).asString().contains("value: \"1=2\"");
        assertThat(variables(documents).get(1)).asString().contains("sides: [\"server\", \"run\"]", "secret: \"s#k\"");
    }

    @Test
    void theCatalogueSaysTheFormatOfASecret() {
        assertThat(variables(documents("serverless", "env: {A: {secret: plus#TOKEN}}")))
                .singleElement()
                .asString()
                .contains("format: \"json\"");
    }

    @Test
    void theExampleHoldsTheFirstValueAndWhatDiffersFromIt() {
        Documents documents = documents(
                "serverless",
                "env: {A: 1, S: {secret: plus#TOKEN, description: d}}",
                "env: {A: 2, B: 3, S: {secret: plus#TOKEN}}");

        assertThat(documents.envExample())
                .hasToString(TestTarget.yaml(
                                """
                values: {A: "1", B: "3"}
                secrets: [{name: S, description: d}]
                others: [{location: a, name: A, value: "2"}]
                """)
                        .toString());
    }

    @Test
    void everyNodeKnowsWhatItWasMadeFrom() {
        Documents documents = documents("ecs", "env: {A: 1, B: {secret: vault#token}}", "env: {A: 2}");

        everyNode(documents.envSet());
        everyNode(documents.envExample());
    }

    /** Everything is derived but what stands in the facts, of which the test's targets know the span only. */
    private static void everyNode(Node node) {
        Trace trace = Trace.of(node);
        if (trace.winner().layer().equals(LayerName.DERIVE)) {
            assertThat(trace.inputs()).as(node.toString()).isNotEmpty();
        } else {
            assertThat(node).isInstanceOf(Scalar.class);
        }
        if (node instanceof Mapping mapping) {
            mapping.forEach(entry -> everyNode(entry.value()));
        } else if (node instanceof Sequence list) {
            list.items().forEach(EnvContractTest::everyNode);
        }
    }
}
