package io.github.dagsterfleet.dagster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VariableLimitsTest {
    private static String repo(String agent, String env) {
        String image = agent.equals("serverless") ? "" : ", image: i";
        return """
                agent: %s
                locations:
                  a: {code_source: {module_name: a}%s, env: {%s}}
                  b: {code_source: {module_name: b}%s, env: {%s}}
                """
                .formatted(agent, image, env, image, env);
    }

    private static String value(String text, int bytes) {
        return "LARGE: \"" + text.repeat(bytes / text.getBytes(StandardCharsets.UTF_8).length) + '"';
    }

    @Test
    void aValueMayFillTheLimit() {
        assertThat(TestTarget.findings(repo("serverless", value("ä", VariableLimits.LARGEST))))
                .isEmpty();
    }

    @Test
    void aValueOverTheLimitIsMeasuredInBytes() {
        assertThat(TestTarget.findings(repo("serverless", value("ä", VariableLimits.LARGEST + 2))))
                .singleElement()
                .asString()
                .startsWith("dagster/variable-limit at \"ää");
    }

    @Test
    void whatAHybridAgentPassesOnIsNotKeptByDagsterPlus() {
        assertThat(TestTarget.findings(repo("k8s", value("x", VariableLimits.LARGEST + 1))))
                .isEmpty();
    }
}
