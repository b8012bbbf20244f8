package io.github.dagsterfleet.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final String MODEL = "vars: {xs: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], a: 1}\n";

    private static String only(String template) {
        return Workbench.render("x.yaml", template, MODEL).only();
    }

    @Test
    void macrosThatCallThemselvesEnd() {
        assertThat(only("<#macro m><@m/></#macro>\n<@m/>\n")).startsWith("render/limit at x.yaml.ftl:1:");
    }

    @Test
    void functionsThatCallThemselvesEnd() {
        assertThat(only("<#function f><#return f()></#function>\na: ${f()}\n"))
                .startsWith("render/limit at x.yaml.ftl:1:");
    }

    @Test
    void stepsAreCounted() {
        String nested = "<#list vars.xs as a%d>".repeat(8).formatted(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(only(nested + "<#if a1 == a2></#if>" + "</#list>".repeat(8) + "\n"))
                .startsWith("render/limit");
    }

    @Test
    void outputIsBounded() {
        String big = "# " + "x".repeat(10_000) + "\n";
        String nested = "<#list vars.xs as a>\n".repeat(3) + big + "</#list>\n".repeat(3);
        assertThat(only(nested)).startsWith("render/limit");
    }
}
