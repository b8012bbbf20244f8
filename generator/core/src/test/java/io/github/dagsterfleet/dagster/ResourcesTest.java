package io.github.dagsterfleet.dagster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.layer.LayerName;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResourcesTest {
    private static Mapping context(String agent, String resources) {
        return location(agent, resources, "{}")
                .mapping("container_context")
                .orElseThrow()
                .mapping(agent)
                .orElseThrow();
    }

    private static Mapping location(String agent, String resources, String context) {
        return TestTarget.location(repo(agent, resources, context));
    }

    private static String repo(String agent, String resources, String context) {
        return """
                agent: %s
                locations:
                  a:
                    code_source: {module_name: m}
                    image: i
                    container_context: {%s: %s}
                    resources: %s
                """
                .formatted(agent, agent, context, resources);
    }

    @Test
    void kubernetesMemoryIsRequestAndLimitCpuARequestGpuALimit() {
        assertThat(context("k8s", "{run: {cpu: 4, memory: 16Gi, gpu: 2, ephemeral_storage: 10Gi}}"))
                .hasToString(TestTarget.yaml(
                                """
                        run_k8s_config:
                          container_config:
                            resources:
                              requests: {cpu: "4", memory: 16Gi, ephemeral-storage: 10Gi}
                              limits: {memory: 16Gi, ephemeral-storage: 10Gi, nvidia.com/gpu: "2"}
                        """)
                        .toString());
    }

    @Test
    void sizesJoinWhatTheContainerHasAlready() {
        Mapping location =
                location("k8s", "{server: {cpu: 1}}", "{server_k8s_config: {container_config: {tty: true}}}");

        assertThat(location.get("container_context").orElseThrow())
                .hasToString(TestTarget.yaml(
                                """
                k8s: {server_k8s_config: {container_config: {resources: {requests: {cpu: "1"}}, tty: true}}}
                """)
                        .toString());
    }

    @Test
    void aSizeIsTracedToItsFact() {
        Mapping ecs = context("ecs", "{run: {cpu: 256, memory: 512, ephemeral_storage: 30}}");
        Trace storage = Trace.of(ecs.mapping("run_resources")
                .orElseThrow()
                .get("ephemeral_storage")
                .orElseThrow());

        assertThat(storage.winner().layer()).isEqualTo(LayerName.DERIVE);
        assertThat(storage.inputs()).hasSize(1);
        assertThat(storage.span().content()).isEqualTo("30");
    }

    @Test
    void ecsTakesTextsAndStorageAsANumber() {
        assertThat(context(
                        "ecs",
                        "{server: {cpu: 256, memory: 512}, run: {cpu: 4096, memory: 30720, ephemeral_storage: 21}}"))
                .hasToString(TestTarget.yaml(
                                """
                        server_resources: {cpu: "256", memory: "512"}
                        run_resources: {cpu: "4096", memory: "30720", ephemeral_storage: 21}
                        """)
                        .toString());
    }

    @Test
    void shortAndRawFormOfOneSizeAreAnError() {
        assertThat(TestTarget.findings(repo(
                        "k8s", "{run: {cpu: 1}}", "{run_k8s_config: {container_config: {resources: {limits: {}}}}}")))
                .containsExactly("dagster/short-and-raw at {limits: {}}");
        assertThat(TestTarget.findings(repo("k8s", "{run: {cpu: 1}}", "{resources: {limits: {cpu: 1}}}")))
                .containsExactly("dagster/short-and-raw at {limits: {cpu: 1}}");
        assertThat(TestTarget.findings(repo("ecs", "{run: {cpu: 256}}", "{run_resources: {cpu: \"512\"}}")))
                .containsExactly("dagster/short-and-raw at \"512\"");
    }

    @Test
    void rawEcsSizesNotSaidInShortStay() {
        Mapping location = location("ecs", "{server: {cpu: 256}}", "{server_resources: {replica_count: 2}}");

        assertThat(location.get("container_context").orElseThrow())
                .hasToString(TestTarget.yaml("ecs: {server_resources: {cpu: \"256\", replica_count: 2}}")
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({"docker", "serverless"})
    void otherPlatformsHaveNoSizes(String agent) {
        assertThat(TestTarget.findings(
                        """
                agent: %s
                locations:
                  a: {code_source: {module_name: m}, resources: {server: {memory: 1Gi}}}
                """
                                .formatted(agent)))
                .contains("dagster/no-resources at {server: {memory: 1Gi}}");
    }

    @Test
    void fargateHasNoGpu() {
        assertThat(TestTarget.findings(repo("ecs", "{run: {gpu: 1}}", "{}")))
                .containsExactly("dagster/no-resources at 1");
    }

    @ParameterizedTest
    @CsvSource({"256, 1536", "256, 4096", "512, 512", "1024, 9216", "2048, 5000", "8192, 17408", "300, 512"})
    void pairsThatFargateDoesNotOfferAreErrors(String cpu, String memory) {
        assertThat(TestTarget.findings(repo("ecs", "{run: {cpu: " + cpu + ", memory: " + memory + "}}", "{}")))
                .containsExactly("dagster/fargate-pair at " + memory);
    }

    @ParameterizedTest
    @CsvSource({"256, 2048", "512, 3072", "1024, 8192", "2048, 4096", "4096, 30720", "8192, 20480", "16384, 122880"})
    void pairsThatFargateOffersPass(String cpu, String memory) {
        assertThat(context("ecs", "{run: {cpu: " + cpu + ", memory: " + memory + "}}")
                        .keys())
                .containsExactly("run_resources");
    }

    @Test
    void aPairIsAlsoWrongWhenOneHalfIsRaw() {
        assertThat(TestTarget.findings(repo("ecs", "{run: {cpu: 256}}", "{run_resources: {memory: \"8192\"}}")))
                .containsExactly("dagster/fargate-pair at \"8192\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cpu: 500m", "memory: 2Gi", "memory: 1.5", "ephemeral_storage: 20", "ephemeral_storage: 201"})
    void ecsSizesAreWholeNumbersOfItsUnits(String size) {
        assertThat(TestTarget.findings(repo("ecs", "{run: {" + size + "}}", "{}")))
                .containsExactly("dagster/resource-unit at " + size.substring(size.indexOf(' ') + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu: 1Gi", "cpu: 2M", "memory: 400m"})
    void kubernetesSizesAreAmountsOfTheirKind(String size) {
        assertThat(TestTarget.findings(repo("k8s", "{run: {" + size + "}}", "{}")))
                .containsExactly("dagster/resource-unit at " + size.substring(size.indexOf(' ') + 1));
    }

    @Test
    void quantitiesAreReadAsKubernetesReadsThem() {
        assertThat(List.of("1", "0.5", "500m")).allMatch(Quantity::isCpu);
        assertThat(List.of("", "m", "1.", ".5", "1e3", "-1", "1 ")).noneMatch(Quantity::isCpu);
        assertThat(List.of("1", "1.5Gi", "512Mi", "2G", "100k")).allMatch(Quantity::isBytes);
        assertThat(List.of("", "Gi", "1gi", "1GiB", "1K", "1m")).noneMatch(Quantity::isBytes);
    }
}
