package io.github.dagsterfleet.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LintTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#outputformat \"XML\">x</#outputformat>",
                "<#attempt>x<#recover>y</#attempt>",
                "<#setting locale=\"en\">",
                "<#global g=1>",
                "<#include \"x\">",
                "<#include \"x\" parse=false>",
                "<#import \"x\" as y>",
                "<#compress>x</#compress>",
                "<#assign x>captured</#assign>",
                "<#visit repo>",
                "<#recurse repo>",
                "<#flush>",
                "<#autoesc>x</#autoesc>",
                "${repo.name?no_esc}",
                "<#noautoesc>x</#noautoesc>",
                "${repo.name?interpret}",
                "${repo.name?eval}",
                "${repo.name?eval_json}",
                "${\"x\"?new()}",
                "${repo?api}",
                "${repo.name?esc}",
                "${repo.name?default(1)}",
                "${repo.name?left_pad(1000000000)}",
                "${.now}",
                "${.data_model.repo}",
                "${.locale}",
                "${.globals.x}",
                "${.main.x}",
                "${repo.name!.now}",
                "<#if .now?? && true>x</#if>",
                "<#list 1..1000000000 as i></#list>",
                "<#list [1..3] as i></#list>",
                "${\"a${repo.name?eval}b\"}",
                "<@m x=.now/><#macro m x></#macro>",
                "<#macro m x=.now></#macro>",
                "<#assign x = .vars>",
                "<#function f x><#return x?eval></#function>",
            })
    void refuses(String template) {
        assertThat(Workbench.load("x.yaml", "a: 1\n" + template + "\n"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding).startsWith("render/forbidden at x.yaml.ftl:2:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${repo.name?upper_case[0..1]}",
                "${\"x?eval .now 1..3\"}",
                "<#-- ${x?eval} .now -->",
                "<#noparse>${x?eval}</#noparse>",
                "x?eval .now",
                "${(repo.name)!\"x\"}${repo.team???then(1, 2)}",
                "<#list repo.owners?filter(o -> o?starts_with(\"@\")) as o>${o?index + 1.5}<#sep>, </#list>",
                "<#switch repo.name><#case \"a\">x<#break><#default>y</#switch>",
                "<#assign x = 1 y = {\"a\": [1, 2]}>",
            })
    void allows(String template) {
        assertThat(Workbench.load("x.yaml", template)).isEmpty();
    }

    @Test
    void headersOfATemplateAreRefused() {
        assertThat(Workbench.load("x.yaml", "<#ftl output_format=\"XML\">\na: 1\n"))
                .containsExactly("render/forbidden at x.yaml.ftl:1:1");
        assertThat(Workbench.load("x.yaml", "<#ftl strip_whitespace=false>\na: 1\n"))
                .containsExactly("render/forbidden at x.yaml.ftl:1:1");
    }

    @Test
    void everyUseIsFoundInOneRun() {
        assertThat(Workbench.load("x.yaml", "${a?eval}\n${.now}\n<#attempt>${b?interpret}<#recover></#attempt>\n"))
                .isEqualTo(List.of(
                        "render/forbidden at x.yaml.ftl:1:4",
                        "render/forbidden at x.yaml.ftl:2:3",
                        "render/forbidden at x.yaml.ftl:3:1",
                        "render/forbidden at x.yaml.ftl:3:14",
                        "render/forbidden at x.yaml.ftl:3:25"));
    }

    @Test
    void syntaxErrorsStandWhereTheyAre() {
        assertThat(Workbench.load("x.yaml", "a: 1\n<#if x>\n"))
                .containsExactly("render/template-syntax at x.yaml.ftl:2:8");
        assertThat(Workbench.load("x.yaml", "a: ${b +}\n")).containsExactly("render/template-syntax at x.yaml.ftl:1:9");
        assertThat(Workbench.load("x.yaml", "a: ${b?nonsense}\n"))
                .containsExactly("render/template-syntax at x.yaml.ftl:1:8");
    }
}
