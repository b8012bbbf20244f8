package io.github.dagsterfleet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Node;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShapeReaderTest {
    private static final Shapes SHAPES = Shapes.standard();
    private static final String BASE =
            """
            format: 1
            organization: acme
            environments: [dev]
            dagster: 1.13.27
            """;

    @Test
    void plainScalarsAreTheCharactersWrittenWhereTextsAreDue() {
        assertThat(
                        typed(
                                SHAPES.location(),
                                """
                env: {A: on, B: 1.10, C: 012, D: 12:30, E: True, F: 0x1F, G: "8"}
                """))
                .isEqualTo(
                        """
                {env: {A: {value: "on"}, B: {value: "1.10"}, C: {value: "012"}, D: {value: "12:30"}, \
                E: {value: "True"}, F: {value: "0x1F"}, G: {value: "8"}}}""");
    }

    @Test
    void numbersAndBooleansGetTheirOneSpelling() {
        assertThat(
                        typed(
                                SHAPES.location(),
                                """
                container_context:
                  k8s: {server_replica_count: 0x10, labels: {a: True, b: +5, c: 1.10}}
                """))
                .isEqualTo("{container_context: {k8s: {server_replica_count: 16, labels: {a: true, b: 5, c: 1.10}}}}");
    }

    @Test
    void aMappingIsNotTakenForShorthand() {
        assertThat(typed(SHAPES.location(), "env: {A: {secret: warehouse#token}}"))
                .isEqualTo("{env: {A: {secret: \"warehouse#token\"}}}");
    }

    @Test
    void everyMistakeIsReportedAndTheRestIsRead() {
        Findings findings = new Findings();
        Optional<Node> read = new ShapeReader(SHAPES.base(), Reading.SOURCE, findings)
                .read(
                        Sample.yaml(
                                """
                format: 2
                organisation: acme
                environments: dev
                dagster: 1.13
                agents: {eks: {platform: kubernetes, queues: [a, a]}}
                """));
        assertThat(findings.list())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        FindingCode.SCHEMA_NOT_ALLOWED,
                        FindingCode.SCHEMA_UNKNOWN_KEY,
                        FindingCode.SCHEMA_KIND,
                        FindingCode.SCHEMA_PATTERN,
                        FindingCode.SCHEMA_NOT_ALLOWED,
                        FindingCode.SCHEMA_DUPLICATE_ITEM);
        assertThat(read.orElseThrow()).hasToString("{agents: {eks: {queues: [\"a\", \"a\"]}}}");
    }

    @Test
    void anUnknownKeyNamesTheNearest() {
        Finding finding = only(SHAPES.base(), BASE + "agnets: {}");
        assertThat(finding.message()).isEqualTo("unknown key `agnets`");
        assertThat(finding.help()).containsExactly("rename it to `agents`");
        assertThat(finding.site().toString()).contains("sample.yaml:5:1");
    }

    @Test
    void aKeyThatIsKnownElsewhereIsSentThere() {
        Finding finding = only(SHAPES.location(), "code_source: {module_name: m, working_directory: src}");
        assertThat(finding.message()).isEqualTo("unknown key `working_directory` below `code_source`");
        assertThat(finding.help()).containsExactly("move it up, beside `code_source`");
    }

    @Test
    void aKeyNearNothingIsToldWhichKeysThereAre() {
        Finding finding = only(SHAPES.location(), "resources: {both: {cpu: 1}}");
        assertThat(finding.help()).containsExactly("use one of the keys known here: `server` or `run`");
    }

    @Test
    void aNameOfTheWrongFormSaysWhichNamesAreRight() {
        assertThat(only(SHAPES.location(), "env: {2FA: x}").message())
                .isEqualTo(
                        "`2FA` is not a variable's name: letters, digits and `_`, no digit first, at most 512 characters");
    }

    @Test
    void nullSpellsOutTheChoice() {
        Finding inLayer = onlyIn(Reading.LAYER, SHAPES.location(), "working_directory:\n");
        assertThat(inLayer.message()).isEqualTo("`working_directory` has no value");
        assertThat(inLayer.help())
                .containsExactly(
                        "leave the key out where there is nothing to say",
                        "write `\"\"` for the empty text",
                        "write `{$remove: true}` to take away what a lower layer says");
        assertThat(only(SHAPES.base(), BASE + "agents: null").help())
                .containsExactly("leave the key out where there is nothing to say", "write `{}` for the empty mapping");
    }

    @Test
    void nullIsAnErrorInUntypedPlacesToo() {
        assertThat(only(SHAPES.location(), "container_context: {k8s: {labels: {a: ~}}}")
                        .code())
                .isEqualTo(FindingCode.SCHEMA_NULL);
    }

    @Test
    void aScalarWhereAListIsDueIsPutInBrackets() {
        Finding finding = only(SHAPES.base(), BASE.replace("[dev]", "dev"));
        assertThat(finding.message()).isEqualTo("`environments` must be a list, not a text");
        assertThat(finding.help()).containsExactly("put it in brackets: `[dev]`");
    }

    @Test
    void aWrongTypeIsGivenItsRightSpelling() {
        assertThat(only(SHAPES.base(), BASE.replace("format: 1", "format: \"1\""))
                        .help())
                .containsExactly("write `1` without quotes");
        Finding finding = only(SHAPES.environment(), "{deployment: dev, kind: full, branch_deployments: yes}");
        assertThat(finding.message()).isEqualTo("`branch_deployments` must be true or false, not `yes`");
        assertThat(finding.help()).containsExactly("write `true`");
    }

    @Test
    void anAmbiguousScalarIsShownQuotedAndBare() {
        Finding finding = only(SHAPES.location(), "container_context: {k8s: {labels: {on: off}}}");
        assertThat(finding.message()).isEqualTo("`off` is one thing for YAML 1.1 and another for YAML 1.2");
        assertThat(finding.help()).containsExactly("write `\"off\"` for the text", "write `false` for the truth value");
    }

    @Test
    void aValueOutsideTheAllowedOnesIsToldWhichAre() {
        Finding finding = only(SHAPES.base(), BASE + "agents: {eks: {platform: kubernetes}}");
        assertThat(finding.message()).isEqualTo("`platform` cannot be `kubernetes`");
        assertThat(finding.help()).containsExactly("choose `serverless`, `k8s`, `ecs` or `docker`");
    }

    @Test
    void aMissingKeyIsToldWithItsAllowedValues() {
        Finding finding = only(SHAPES.base(), BASE + "agents: {eks: {queues: []}}");
        assertThat(finding.message()).isEqualTo("`platform` is missing below `eks`");
        assertThat(finding.help()).containsExactly("add `platform`: `serverless`, `k8s`, `ecs` or `docker`");
    }

    @Test
    void aMisspeltKeyIsNotMissingToo() {
        assertThat(only(SHAPES.base(), BASE.replace("organization", "organisation"))
                        .code())
                .isEqualTo(FindingCode.SCHEMA_UNKNOWN_KEY);
    }

    @Test
    void aNumberOutOfRangeIsToldTheLimit() {
        assertThat(only(SHAPES.deploymentSettings(), "run_queue: {max_concurrent_runs: 501}")
                        .message())
                .isEqualTo("`max_concurrent_runs` must be at most 500");
    }

    @Test
    void ofTwoExclusiveKeysTheSecondIsShown() {
        Finding finding = only(
                SHAPES.location(),
                """
                code_source:
                  python_file: a.py
                  module_name: a
                """);
        assertThat(finding.message()).isEqualTo("`module_name` and `python_file` exclude each other");
        assertThat(finding.site().toString()).contains("sample.yaml:3:3");
        assertThat(finding.related())
                .singleElement()
                .satisfies(first -> assertThat(first.site().toString()).contains("sample.yaml:2:3"));
    }

    @Test
    void exclusiveFactsMayLieAtDifferentDepths() {
        assertThat(only(SHAPES.location(), "{image: a:1, build: {registry: a}}").message())
                .isEqualTo("`build.registry` and `image` exclude each other");
        assertThat(only(SHAPES.pyproject(), "project: {name: a, version: 1.0.0, dynamic: [version]}")
                        .message())
                .isEqualTo("`dynamic: [version]` and `version` exclude each other");
    }

    @Test
    void anItemThatStandsTwiceIsShownWithTheFirst() {
        Finding finding = only(SHAPES.location(), "profiles: [gpu, gpu]");
        assertThat(finding.message()).isEqualTo("`gpu` stands twice in one list");
        assertThat(finding.related()).hasSize(1);
    }

    @Test
    void requirementsAreComparedByDistributionName() {
        assertThat(only(SHAPES.pyproject(), "project: {name: a, dependencies: [Dagster_AWS, \"dagster-aws>=1\"]}")
                        .message())
                .isEqualTo("`dagster-aws` stands twice in one list");
    }

    @Test
    void aSecretIsNeverShown() {
        Finding finding = only(
                SHAPES.alertPolicies(),
                """
                alert_policies:
                  - name: a
                    event_types: [JOB_FAILURE]
                    notification_service: {pagerduty: {integration_key: [sesame]}}
                """);
        assertThat(finding.toString()).doesNotContain("sesame");
    }

    @Test
    void documentsForMachinesAreTakenLiterally() {
        Finding finding = only(
                SHAPES.locationDocument(),
                """
                location_name: a
                code_source: {module_name: a}
                container_context: {ecs: {run_resources: {cpu: 256}}}
                """);
        assertThat(finding.message()).isEqualTo("`cpu` must be a text, not a whole number");
        assertThat(finding.help()).containsExactly("put it in quotes: `\"256\"`");
    }

    @Test
    void aLoneReferenceMayStandForAnyScalarOfALayer() {
        assertThat(
                        findings(
                                Reading.LAYER,
                                SHAPES.repo(),
                                """
                artifacts: {CODEOWNERS: "${vars.owners}"}
                team: a ${vars.x} b
                agent: "${vars.agent}"
                """))
                .isEmpty();
        assertThat(onlyIn(Reading.LAYER, SHAPES.repo(), "artifacts: {CODEOWNERS: \"${vars.a}${vars.b}\"}")
                        .code())
                .isEqualTo(FindingCode.SCHEMA_TYPE);
    }

    @Test
    void layersInASharedFileAreLeftAsTheyAre() {
        Findings findings = new Findings();
        Node read = new ShapeReader(SHAPES.base(), Reading.SOURCE, findings)
                .leaving(SHAPES.repo())
                .read(Sample.yaml(BASE + "defaults: {unknown: {$lock: x}}"))
                .orElseThrow();
        assertThat(findings.list()).isEmpty();
        assertThat(read.toString()).endsWith("defaults: {unknown: {$lock: \"x\"}}}");
    }

    @Test
    void aLayerThatIsNoMappingIsAnError() {
        Findings findings = new Findings();
        new ShapeReader(SHAPES.base(), Reading.SOURCE, findings)
                .leaving(SHAPES.repo())
                .read(Sample.yaml(BASE + "defaults: [a]"));
        assertThat(findings.list())
                .extracting(Finding::message)
                .containsExactly("`defaults` must be a mapping, not a list");
    }

    private static String typed(Shape shape, String yaml) {
        Findings findings = new Findings();
        Node typed = new ShapeReader(shape, Reading.SOURCE, findings)
                .read(Sample.yaml(yaml))
                .orElseThrow();
        assertThat(findings.list()).isEmpty();
        return typed.toString();
    }

    private static Finding only(Shape shape, String yaml) {
        return onlyIn(shape.equals(SHAPES.locationDocument()) ? Reading.DOCUMENT : Reading.SOURCE, shape, yaml);
    }

    private static Finding onlyIn(Reading reading, Shape shape, String yaml) {
        List<Finding> findings = findings(reading, shape, yaml);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static List<Finding> findings(Reading reading, Shape shape, String yaml) {
        Findings findings = new Findings();
        new ShapeReader(shape, reading, findings).read(Sample.yaml(yaml));
        return findings.list();
    }
}
