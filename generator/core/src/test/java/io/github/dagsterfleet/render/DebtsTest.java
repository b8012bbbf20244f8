package io.github.dagsterfleet.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.render.Workbench.Result;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DebtsTest {
    private static final String MODEL =
            """
            locations:
              - location_name: one
                code_source: {module_name: a}
                container_context: {k8s: {namespace: x, labels: {}}}
              - {location_name: two, agent_queue: q}
            """;

    private static Result render(String template) {
        return Workbench.render(Map.of("dagster_cloud.yaml", template), MODEL, Set.of("env_set.json"));
    }

    @Test
    void whatIsEmittedIsPrinted() {
        assertThat(render("<@emit node=locations/>\n").findings()).isEmpty();
        assertThat(render("<#list locations as location>\n- <@emit node=location/>\n</#list>\n")
                        .findings())
                .isEmpty();
    }

    @Test
    void theLargestPartsThatNothingPrintedAreNamedAtTheirSource() {
        Result result = render("<#list locations as l>\n- name: ${l.location_name}\n</#list>\n");

        assertThat(result.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "no template prints `locations[0].code_source`",
                        "no template prints `locations[0].container_context`",
                        "no template prints `locations[1].agent_queue`");
        assertThat(Workbench.at(result.findings().get(0)))
                .isEqualTo("render/unprinted at repos/analytics/repo.yaml:3:18");
        assertThat(result.findings().get(0).help().get(0))
                .contains("templates/repo@environment/dagster_cloud.yaml.ftl");
    }

    @Test
    void aDocumentWithoutAnyTemplateIsNamedOnce() {
        Result result = Workbench.render(Map.of("other.yaml", "a: 1\n"), MODEL, Set.of());

        assertThat(result.findings()).extracting(Finding::message).containsExactly("no template prints `locations`");
        assertThat(result.findings().get(0).help().get(0)).contains("artifacts: {dagster_cloud.yaml: false}");
    }

    @Test
    void aStandardFileThatIsTurnedOffOwesNothing() {
        assertThat(Workbench.render(Map.of("dagster_cloud.yaml", "a: 1\n"), MODEL, Set.of("dagster_cloud.yaml"))
                        .findings())
                .isEmpty();
    }

    @Test
    void whatOnlyDecidesIsNotPrinted() {
        Result result = render("<#list locations as l>\n<#if l.agent_queue??>\n- a: 1\n</#if>\n</#list>\n");

        assertThat(result.findings()).extracting(Finding::message).containsExactly("no template prints `locations`");
    }

    @Test
    void verbatimAndComputedValuesArePrinted() {
        assertThat(render(
                                """
                                <#list locations as l>
                                - ${"x" + l.location_name}
                                - ${(l.code_source.module_name?upper_case)!}
                                - ${l.agent_queue!}
                                - <#if l.container_context??><@emit node=l.container_context/></#if>
                                </#list>
                                """)
                        .findings())
                .isEmpty();
    }
}
