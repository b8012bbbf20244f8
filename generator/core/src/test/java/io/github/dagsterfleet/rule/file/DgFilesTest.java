package io.github.dagsterfleet.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line was put before `dg plus deploy`, which writes a dagster_cloud.yaml of these files. */
class DgFilesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                            | dg syntax/empty-file",
                "'# nothing'                   | dg syntax/empty-file",
                "{}                            |",
                "'- a'                         | dg schema/kind 1:1",
                "text                          | dg schema/kind 1:1",
                "'{directory: ., registry: r}' |",
                "'{directory: ~, registry: r}' |",
                "'{dockerfile: ~}'             |",
                "'{dockerfile: a}'             | cli schema/unknown-key 1:2",
                "'{registry: 1}'               | cli schema/type 1:12",
                "'{directory: 1}'              | dg schema/type 1:13",
                "'{directory: [a]}'            | dg schema/type 1:13",
                "'locations: []'               | cli schema/unknown-key 1:1"
            })
    void whatDgBuilds(String text, String verdict) {
        assertThat(verdict("build.yaml", text))
                .isEqualTo(Optional.ofNullable(verdict).stream().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                           |",
                "'# nothing'                  |",
                "[]                           |",
                "'- a'                        | dg schema/kind 1:1",
                "'k8s: {namespace: a}'        |",
                "'k8s: {namespace: ~}'        |",
                "'k8s: {namespace: 1}'        | deploy schema/type 1:18",
                "'k8s: ~'                     | deploy schema/null 1:6",
                "'on: {}'                     | cli schema/type 1:1",
                "'serverless: {}'             | deploy schema/unknown-key 1:1",
                "'container_context: {}'      | deploy schema/unknown-key 1:1",
                "'k8s: {labels: {a: .inf}}'   | deploy schema/not-allowed 1:19"
            })
    void whatDgPutsBelowTheContext(String text, String verdict) {
        assertThat(verdict("container_context.yaml", text))
                .isEqualTo(Optional.ofNullable(verdict).stream().toList());
    }

    @Test
    void aMountNeedsAVolume() {
        assertThat(
                        verdict(
                                "container_context.yaml",
                                """
                        k8s:
                          volumes: [{name: a}]
                          volume_mounts: [{name: a}, {name: b}, {name: c}]
                          run_k8s_config:
                            pod_spec_config: {volumes: [{name: c}]}
                            container_config: {volumeMounts: [{name: c}, {name: d}]}
                        """))
                .containsExactly("warning rule/no-volume 3:37", "warning rule/no-volume 6:57");
    }

    private static List<String> verdict(String name, String text) {
        return Verdict.of(name, text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }
}
