package io.github.dagsterfleet.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.schema.Reading;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.ShapeReader;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.MemorySources;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Dagster+ reads for one environment: printed when the environment's file says it, and then in full. */
class EnvironmentTemplatesTest {
    private static final SourcePath FOLDER = new SourcePath("environments/generated/prod");
    private static final Mapping FACTS = Workbench.yaml(
            "environments/prod.yaml", "{name: prod, deployment: prod, kind: full, branch_deployments: false}\n");

    private final Findings findings = new Findings();

    private List<Draft> render(Map<String, String> templates, Mapping environment) {
        Mapping data = Mapping.builder().put("environment", environment).build(environment.origin());
        TemplateSet set =
                TemplateSet.load(MemorySources.ofTexts(templates)).value().orElseThrow();
        Model model = new Model(data, "`prod`", "environments/prod.yaml");
        return new Renderer(set)
                .render(Scope.ENVIRONMENT, model, FOLDER, Set.of(), findings)
                .drafts();
    }

    private static Mapping with(String document, Node node) {
        return FACTS.toBuilder().put(document, node).build(FACTS.origin());
    }

    @Test
    void anEnvironmentThatSaysNeitherHasNeither() {
        assertThat(render(Map.of(), FACTS)).isEmpty();
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void settingsComeOutInFull() throws IOException {
        Node settings = sample("deployment_settings/hybrid.yaml");
        Node printed = only(render(Map.of(), with("deployment_settings", settings)));

        assertThat(printed.sameValue(settings)).isTrue();
        assertAccepted(printed, Shapes.standard().deploymentSettings());
    }

    @Test
    void policiesComeOutInFull() throws IOException {
        Mapping policies = sample("alert_policies/one-of-each-kind.yaml");
        Node list = policies.get("alert_policies").orElseThrow();
        Node printed = only(render(Map.of(), with("alert_policies", list)));

        assertThat(printed.sameValue(policies)).isTrue();
        assertAccepted(printed, Shapes.standard().alertPolicies());
    }

    @Test
    void noPoliciesAreAListOfNone() {
        Node printed = only(render(
                Map.of(),
                with("alert_policies", Workbench.yaml("x: []\n").get("x").orElseThrow())));

        assertThat(printed.sameValue(Workbench.yaml("alert_policies: []\n"))).isTrue();
    }

    @Test
    void aTemplateThatLeavesPartOfThemOutIsTold() {
        String own = "<#if environment.alert_policies??>policies: ${environment.alert_policies?size}\n</#if>";
        Node policies = Workbench.yaml("x: [{name: y}]\n").get("x").orElseThrow();
        render(Map.of("templates/environment/alert_policies.yaml.ftl", own), with("alert_policies", policies));

        assertThat(findings.list()).extracting(Finding::code).containsExactly(FindingCode.RENDER_UNPRINTED);
    }

    private Node only(List<Draft> drafts) {
        assertThat(findings.list()).isEmpty();
        assertThat(drafts).hasSize(1);
        Node printed = drafts.get(0).verify(findings).orElseThrow();
        assertThat(findings.list()).isEmpty();
        return printed;
    }

    private void assertAccepted(Node printed, Shape shape) {
        new ShapeReader(shape, Reading.DOCUMENT, findings).read(printed);
        assertThat(findings.list()).isEmpty();
    }

    private static Mapping sample(String name) throws IOException {
        String path = "/io/github/dagsterfleet/schema/samples/" + name;
        try (InputStream in = EnvironmentTemplatesTest.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            return Workbench.yaml(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
