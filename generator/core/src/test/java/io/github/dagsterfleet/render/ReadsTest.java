package io.github.dagsterfleet.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Node;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadsTest {
    private static final String MODEL =
            """
            organization: acme
            vars: {a: x, b: y, c: z, list: [p, q]}
            """;

    private static Reads reads(String template) {
        return Workbench.render("x.yaml", template, MODEL).reads().get(0);
    }

    private static List<String> words(List<Node> nodes) {
        return nodes.stream().map(Node::toString).toList();
    }

    @Test
    void aPrintedValueIsAValueRead() {
        Reads reads = reads("a: ${vars.a}\n");

        assertThat(words(reads.printed())).containsExactly("\"x\"");
        assertThat(reads.controls()).isEmpty();
    }

    @Test
    void aConditionIsAControlRead() {
        Reads reads = reads("<#if vars.a == \"x\">\nb: 1\n</#if>\n");

        assertThat(reads.printed()).isEmpty();
        assertThat(words(reads.controls())).containsExactly("\"x\"");
    }

    @Test
    void aConditionRightBeforeAValueIsAControlRead() {
        Reads reads = reads("a: <#if vars.a == \"x\">${vars.b}</#if>\n");

        assertThat(words(reads.printed())).containsExactly("\"y\"");
        assertThat(words(reads.controls())).containsExactly("\"x\"");
    }

    @Test
    void askingWhetherAValueIsThereIsAControlRead() {
        assertThat(words(reads("<#if vars.a??>\nb: 1\n</#if>\n").controls())).containsExactly("\"x\"");
    }

    @Test
    void joinedValuesAreAllValueReads() {
        Reads reads = reads("a: ${vars.a + \"-\" + vars.b}\nc: ${vars.c?upper_case}\n");

        assertThat(words(reads.printed())).containsExactly("\"x\"", "\"y\"", "\"z\"");
        assertThat(reads.controls()).isEmpty();
    }

    @Test
    void valuesKeepThroughMacrosAndLoops() {
        Reads reads = reads(
                """
                <#macro line of>
                  - ${of}
                </#macro>
                <#list vars.list as item>
                <@line of=item/>
                </#list>
                """);

        assertThat(words(reads.printed())).containsExactly("\"p\"", "\"q\"");
        assertThat(words(reads.controls())).containsExactly("[\"p\", \"q\"]");
    }

    @Test
    void aTemplateThatPrintsNothingHasReadsToo() {
        Workbench.Result result = Workbench.render("x.yaml", "<#if vars.a == \"other\">a: 1</#if>\n", MODEL);

        assertThat(result.drafts()).isEmpty();
        assertThat(words(result.reads().get(0).controls())).containsExactly("\"x\"");
    }

    @Test
    void withoutTrackingTheTextIsTheSame() {
        TemplateSet set = Workbench.set(Map.of("templates/repo@environment/x.yaml.ftl", "a: ${vars.a + vars.b}\n"))
                .value()
                .orElseThrow();
        Findings findings = new Findings();
        Rendered rendered = Renderer.untracked(set)
                .render(
                        Scope.REPO_AT_ENVIRONMENT,
                        new Model(Workbench.yaml(MODEL), "it", "it"),
                        Workbench.FOLDER,
                        List.of(),
                        findings);

        assertThat(rendered.drafts().get(0).text()).isEqualTo("a: xy\n");
        assertThat(rendered.reads().get(0).printed()).isEmpty();
    }
}
