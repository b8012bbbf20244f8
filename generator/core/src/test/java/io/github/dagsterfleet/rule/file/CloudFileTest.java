package io.github.dagsterfleet.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudFileTest {
    private static final String LOCATION =
            """
            locations:
              - location_name: web
                code_source: {module_name: web}
            """;

    private static final String VOLUMES = LOCATION + "    container_context: {k8s: {volumes: [";

    @ParameterizedTest
    @ValueSource(strings = {"on", "012", "12:30", "1_000", "1.10", ".nan", "true"})
    void aTextThatYamlMakesSomethingElseIsRefusedByTheCommand(String scalar) {
        assertThat(Verdict.cloud(LOCATION + "    attribute: " + scalar + "\n")).containsExactly("cli schema/type 4:16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "1e3", "0o14", "09", "2026-01-01", "'on'", "!!str 1"})
    void aTextThatStaysOneIsTaken(String scalar) {
        assertThat(Verdict.cloud(LOCATION + "    attribute: " + scalar + "\n")).isEmpty();
    }

    @Test
    void nullIsNothingToTheCommandAndRefusedOnDeploy() {
        assertThat(Verdict.cloud(LOCATION + "    working_directory:\n    image: ~\n    build: null\n"))
                .containsExactly("deploy schema/null 4:23");
    }

    @ParameterizedTest
    @CsvSource({
        "'env_vars: [A=1]', 'container_context: {k8s: {labels: {a: b}}}', container_context.k8s.env_vars",
        "'k8s: {labels: {a: b}}', 'attribute: a', container_context.k8s",
        "'run_k8s_config: {}', 'attribute: a', container_context.k8s.run_k8s_config",
        "'task_role_arn: a', 'container_context: {k8s: {labels: {a: b}}}', container_context.ecs.task_role_arn"
    })
    void aSettingOfAPlatformBelongsBelowContainerContext(String line, String other, String place) {
        assertThat(Verdict.helps(LOCATION + "    " + line + "\n    " + other + "\n"))
                .containsExactly("move it to `" + place + "`");
    }

    @Test
    void whatTheAgentDropsIsAWarning() {
        assertThat(
                        Verdict.cloud(
                                LOCATION
                                        + """
                                      container_context:
                                        k8s:
                                          env_vars: [A=1]
                                          run_k8s_config:
                                            merge_behavior: SHALLOW
                                            container_config: {env: [{name: B, value: b}]}
                                  """))
                .containsExactly("warning dagster/shallow-merge 8:27");
    }

    @Test
    void aLocationWithoutCodeSourceIsRefusedOnDeploy() {
        assertThat(Verdict.cloud("locations:\n  - location_name: web\n"))
                .containsExactly("deploy schema/missing-key 2:5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{module_name: a, package_name: b}     | cli dagster/code-source 3:35",
                "{}                                    | cli dagster/code-source 3:18",
                "{module_name: ''}                     | cli dagster/code-source 3:18",
                "{module_name: '', package_name: b}    | deploy schema/exclusive 3:36",
                "{module_name: a, attribute: defs}     | cli schema/unknown-key 3:35",
                "a                                     | cli schema/kind 3:18"
            })
    void exactlyOneCodeSource(String source, String verdict) {
        assertThat(Verdict.cloud("locations:\n  - location_name: web\n    code_source: " + source + "\n"))
                .containsExactly(verdict);
    }

    @Test
    void namesStandOnceInAFile() {
        assertThat(Verdict.cloud(LOCATION + "  - {location_name: web, code_source: {module_name: b}}\n"))
                .containsExactly("cli schema/duplicate-item 4:5");
    }

    @Test
    void aKeyTwiceIsRefusedByUsAloneAndTheLastValueCounts() {
        assertThat(Verdict.cloud(LOCATION + "    image: 1\n    image: a\n"))
                .containsExactly("ours syntax/duplicate-key 5:5");
    }

    @Test
    void anchorsAliasesAndMergeKeysAreRead() {
        assertThat(
                        Verdict.cloud(
                                """
                        locations:
                          - &web
                            location_name: web
                            code_source: &source {module_name: web}
                            image: a
                          - <<: *web
                            location_name: on
                          - {location_name: jobs, code_source: *source}
                        """))
                .containsExactly("cli schema/type 7:20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpu: 256          | deploy schema/type",
                "cpu: '256'        |",
                "replica_count: '2'| deploy schema/type",
                "replica_count: 2.0| deploy schema/type",
                "unknown: {a: ~}   |"
            })
    void whatTheDeploySchemaTypes(String key, String verdict) {
        String text = LOCATION + "    container_context: {ecs: {server_resources: {" + key.strip() + "}}}\n";
        assertThat(Verdict.cloud(text).stream().map(said -> said.replaceAll(" \\d+:\\d+$", "")))
                .isEqualTo(Optional.ofNullable(verdict).stream().toList());
    }

    @Test
    void whatJsonCannotCarryIsRefusedOnDeploy() {
        assertThat(Verdict.cloud(LOCATION + "    container_context: {k8s: {labels: {a: .inf}}}\n"))
                .containsExactly("deploy schema/not-allowed 4:43");
    }

    @ParameterizedTest
    @CsvSource({"defs.py,", "defs,ours rule/python-file 3:32", "defs.ipynb,ours rule/python-file 3:32"})
    void pythonKnowsAFileByItsEnding(String file, String verdict) {
        assertThat(Verdict.cloud("locations:\n  - location_name: web\n    code_source: {python_file: " + file + "}\n"))
                .isEqualTo(Optional.ofNullable(verdict).stream().toList());
    }

    @Test
    void keysRightBelowTheContextAreTexts() {
        assertThat(Verdict.cloud(LOCATION + "    container_context: {on: {}}\n"))
                .containsExactly("cli schema/type 4:25");
    }

    /** Sixty thousand findings in one list once took five minutes. */
    @Test
    @Timeout(60)
    void veryManyMistakesInOneListAreAllTold() {
        String mounts = IntStream.range(0, 60_000)
                .mapToObj(i -> "{name: x" + i + ", mount_path: y, o: 1}")
                .collect(Collectors.joining(",\n"));

        assertThat(
                        Verdict.cloud(LOCATION + "    container_context: {k8s: {volume_mounts: [" + mounts + "]}}\n")
                                .stream()
                                .filter(words -> words.startsWith("agent schema/unknown-key")))
                .hasSize(60_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/b       | cli rule/location-name 2:20",
                "my loc    | warning rule/location-name 2:20",
                "'\"\"'    | warning rule/location-name 2:20",
                "'\u00e9' | warning rule/location-name 2:20",
                "my-loc.1_ |"
            })
    void aNameHasToServeAsFileAndTag(String name, String verdict) {
        assertThat(Verdict.cloud(LOCATION.replace("location_name: web", "location_name: " + name)))
                .isEqualTo(Optional.ofNullable(verdict).stream().toList());
    }

    @Test
    void namesThatDifferInCaseAndPunctuationAloneAreAWarning() {
        String twin = LOCATION.replace("name: web", "name: my_loc") + LOCATION.replace("locations:\n", "");

        assertThat(Verdict.cloud(twin.replace("name: web", "name: My-Loc")))
                .containsExactly("warning fleet/similar-location 4:20");
    }

    @Test
    void defaultsAreNeverApplied() {
        assertThat(Verdict.cloud("defaults: {image: a}\n" + LOCATION)).containsExactly("warning rule/never-read 1:1");
    }

    @Test
    void whatStandsTwiceIsAWarning() {
        assertThat(Verdict.cloud(LOCATION + "    container_context: {k8s: {env_vars: [A=1, A=2]}}\n"))
                .containsExactly("warning schema/duplicate-item 4:47");
    }

    @Test
    void namesThatPeopleChooseAreNoSettings() {
        assertThat(Verdict.cloud(
                        LOCATION + "    container_context: {k8s: {labels: {privileged: 'true', host_network: x}},"
                                + " docker: {container_kwargs: {environment: {network: host}}}}\n"))
                .isEmpty();
    }

    @Test
    void anImageBesideARegistryIsAWarning() {
        assertThat(Verdict.cloud(LOCATION + "    image: a\n    build: {registry: b}\n"))
                .containsExactly("warning rule/image-replaced 4:12");
    }

    @ParameterizedTest
    @CsvSource({"1.13.23, deploy schema/unknown-key 4:25", "1.13.25,", "1.12, deploy schema/unknown-key 4:25", "1.13,"})
    void aKeyIsRefusedByOlderReleases(String version, String verdict) {
        assertThat(Verdict.cloud(version, LOCATION + "    container_context: {aca: {}}\n"))
                .isEqualTo(Optional.ofNullable(verdict).stream().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: [b'              | syntax syntax/yaml",
                "'\ta: b'             | syntax syntax/tab",
                "'a: *b'              | syntax syntax/yaml",
                "'a: {{ b }}'         | syntax syntax/complex-key",
                "'a: !b c'            | syntax syntax/tag",
                "'a: ='               | syntax syntax/yaml",
                "'<<: a'              | syntax syntax/yaml",
                "'# nothing'          | cli syntax/empty-file",
                "'locations: &l [*l]' | ours syntax/aliases"
            })
    void whatCannotBeRead(String text, String verdict) {
        assertThat(Verdict.cloud(text)).singleElement().asString().startsWith(verdict);
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThat(Verdict.cloud(LOCATION + "---\n")).containsExactly("syntax syntax/second-document 4:1");
    }

    @Test
    void aliasesOfAliasesDoNotUnfoldInMemory() {
        String bomb = IntStream.range(1, 30)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "]\n")
                .collect(Collectors.joining("", "a0: &a0 [x]\n", ""));
        assertThat(Verdict.cloud(bomb)).isNotEmpty().allMatch(said -> said.startsWith("ours syntax/aliases"));
    }

    @Test
    void deepNestingIsAFinding() {
        assertThat(Verdict.cloud("[".repeat(100_000))).containsExactly("ours syntax/too-deep");
    }

    @Test
    void randomBytesAreFindings() {
        long seed = 4;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            for (int at = 0; at < bytes.length; at++) {
                String letters = "locations: -&*<!|>{}[]'\"#\n\t %@`?=,~0x1on\r\u0000é";
                bytes[at] = (byte) letters.charAt(random.nextInt(letters.length()));
            }
            assertThat(Verdict.of("dagster_cloud.yaml", bytes, Optional.empty()))
                    .as(() -> String.format(Locale.ROOT, "seed %d", seed))
                    .isNotEmpty();
        }
    }

    /** The agent's parser turns what stands for a scalar into a text; the Kubernetes API would refuse it. */
    @Test
    void aListForAScalarInAKubernetesObjectIsRefusedByUsAlone() {
        assertThat(Verdict.cloud(VOLUMES + "{config_map: {name: [a]}, name: a}]}}\n"))
                .containsExactly("ours schema/kind 4:61");
    }

    @Test
    void aListForAKubernetesObjectIsRefusedByTheAgent() {
        assertThat(Verdict.cloud(VOLUMES + "{config_map: {items: [[]]}, name: a}]}}\n"))
                .containsExactly("agent schema/kind 4:63");
    }

    @Test
    void theNameOfAVolumeIsTypedOnDeploy() {
        assertThat(Verdict.cloud(VOLUMES + "{config_map: {name: a}, name: [a]}]}}\n"))
                .containsExactly("deploy schema/kind 4:71");
    }
}
