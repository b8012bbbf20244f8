package io.github.dagsterfleet.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.render.Workbench.Result;
import org.junit.jupiter.api.Test;

class ClosedViewTest {
    private static final String MODEL =
            """
            organization: acme
            repo: {name: analytics, git: {branch: main}}
            vars: {a: 1}
            locations:
              - {location_name: one, agent_queue: hybrid}
              - {location_name: two}
            """;

    private static Finding finding(String template) {
        Result result = Workbench.render("x.yaml", template, MODEL);
        assertThat(result.findings()).hasSize(1);
        return result.findings().get(0);
    }

    @Test
    void aMisspeltKeyIsAnErrorEvenUnderADefault() {
        Finding finding = finding("<#list locations as loc>\n- ${(loc.agnet_queue)!\"x\"}\n</#list>\n");

        assertThat(Workbench.at(finding)).isEqualTo("render/unknown-name at x.yaml.ftl:2:10");
        assertThat(finding.message()).isEqualTo("the model declares no `locations[0].agnet_queue`");
        assertThat(finding.help()).containsExactly("write `agent_queue`");
    }

    @Test
    void aMisspeltKeyIsAnErrorEvenWhenOnlyAskedFor() {
        assertThat(Workbench.at(finding("<#if repo.gti??>a: 1</#if>\n")))
                .isEqualTo("render/unknown-name at x.yaml.ftl:1:11");
        assertThat(Workbench.at(finding("a: ${orgnization!1}\n"))).isEqualTo("render/unknown-name at x.yaml.ftl:1:6");
    }

    @Test
    void declaredAndAbsentIsAbsent() {
        assertThat(Workbench.render("x.yaml", "a: ${(repo.git.ci)!\"none\"}\nb: ${vars.b!2}\n", MODEL)
                        .text())
                .isEqualTo("a: none\nb: 2\n");
    }

    @Test
    void anAbsentValueThatIsPrintedNamesItsModelPath() {
        Finding finding = finding("<#list locations as loc>\n- ${loc.agent_queue}\n</#list>\n");

        assertThat(Workbench.at(finding)).isEqualTo("render/undefined at x.yaml.ftl:2:5");
        assertThat(finding.message()).isEqualTo("`locations[1].agent_queue` has no value here");
        assertThat(finding.related().get(0).message()).isEqualTo("rendered for `analytics` in `dev`");
    }

    @Test
    void anUndefinedValueThatIsVerbatimIsUndefined() {
        assertThat(Workbench.at(finding("# ${verbatim(repo.build)}\n")))
                .isEqualTo("render/undefined at x.yaml.ftl:1:3");
    }

    @Test
    void aFactThatTheRepoDoesNotSayIsMissingThere() {
        Finding finding = finding("# ${verbatim(repo.team)}\n");

        assertThat(Workbench.at(finding)).isEqualTo("render/undefined at repos/analytics/repo.yaml");
        assertThat(finding.message()).isEqualTo("`team` is missing, and a template needs it");
    }

    @Test
    void wrongUseFailsInTheTemplate() {
        Finding finding = finding("a: ${vars.a.b}\n");

        assertThat(Workbench.at(finding)).startsWith("render/failed at x.yaml.ftl:1:6");
        assertThat(finding.message()).doesNotContain("wrapper").doesNotContain("Tip");
    }

    @Test
    void aTemplateMayStopWithItsOwnWords() {
        assertThat(finding("<#stop \"no such agent\">\n").message()).isEqualTo("the template stops: no such agent");
    }

    @Test
    void textsAreCutAndCompared() {
        assertThat(Workbench.render(
                                "x.yaml",
                                "<#if repo.name?starts_with(\"ana\") && repo.git?keys?join(\",\") == \"branch\">a: ${repo.name[0..2]}</#if>\n",
                                MODEL)
                        .text())
                .isEqualTo("a: ana\n");
    }

    @Test
    void mappingsAreWalkedInOrder() {
        assertThat(Workbench.render("x.yaml", "<#list locations[0] as key, value>\n${key}: ${value}\n</#list>\n", MODEL)
                        .text())
                .isEqualTo("location_name: one\nagent_queue: hybrid\n");
    }
}
