package io.github.dagsterfleet.dagster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VariableReaderTest {
    private static final String WITHOUT_CATALOGUE =
            """
            format: 1
            organization: acme
            environments: [dev]
            dagster: 1.13.27
            agents: {k8s: {platform: k8s}, ecs: {platform: ecs}, serverless: {platform: serverless}}
            """;

    private static String repo(String agent, String facts) {
        String image = agent.equals("serverless") ? "" : "image: i, ";
        return """
                agent: %s
                team: us
                locations:
                  a: {code_source: {module_name: m}, %s%s}
                """
                .formatted(agent, image, facts);
    }

    private static String context(String agent, String facts) {
        Mapping location = TestTarget.location(repo(agent, facts));
        return location.get("container_context").map(Object::toString).orElse("none");
    }

    private static String yaml(String text) {
        return TestTarget.yaml(text).toString();
    }

    @ParameterizedTest
    @CsvSource({"k8s", "ecs", "docker"})
    void plainValuesJoinTheRawOnesByName(String agent) {
        String facts = "env: {C: 3, A: \"x=y\"}, container_context: {%s: {env_vars: [B=2]}}".formatted(agent);

        assertThat(context(agent, facts)).isEqualTo(yaml(agent + ": {env_vars: [A=x=y, B=2, C=3]}"));
    }

    @Test
    void serverlessVariablesLeaveNoTraceInTheDocument() {
        assertThat(context("serverless", "env: {A: 1, B: {secret: plus#TOKEN}}"))
                .isEqualTo("none");
    }

    @Test
    void aKubernetesSecretReachesBothSides() {
        assertThat(context("k8s", "env: {A: {secret: warehouse#lower-case}}"))
                .isEqualTo(
                        yaml(
                                """
                k8s:
                  server_k8s_config:
                    container_config:
                      env: [{name: A, value_from: {secret_key_ref: {name: warehouse, key: lower-case}}}]
                  run_k8s_config:
                    container_config:
                      env: [{name: A, value_from: {secret_key_ref: {name: warehouse, key: lower-case}}}]
                """));
    }

    @Test
    void aPlainValueOfOneSideStandsInItsContainer() {
        assertThat(context("k8s", "env: {A: {value: 1, sides: [run]}}"))
                .isEqualTo(yaml("k8s: {run_k8s_config: {container_config: {env: [{name: A, value: \"1\"}]}}}"));
    }

    @Test
    void aWholeKubernetesSecretIsTakenAsItIs() {
        String facts = "env_from: [warehouse], container_context: {k8s: {env_secrets: [other]}}";
        Target target = TestTarget.of(WITHOUT_CATALOGUE, "dev", repo("k8s", facts));

        assertThat(TestTarget.documents(target)
                        .locations()
                        .get(0)
                        .get("container_context")
                        .orElseThrow())
                .hasToString(yaml("k8s: {env_secrets: [other, warehouse]}"));
    }

    @Test
    void anEcsSecretIsNamedByItsArnAndKey() {
        assertThat(context(
                        "ecs",
                        "env: {B: {secret: vault#token}},"
                                + " container_context: {ecs: {secrets: [{name: A, valueFrom: arn}]}}"))
                .isEqualTo(
                        yaml("ecs: {secrets: [{name: A, valueFrom: arn}, {name: B, valueFrom: \"arn:dev:token::\"}]}"));
    }

    @Test
    void everyKeyOfAWholeEcsSecretBecomesAVariable() {
        assertThat(context("ecs", "env_from: [vault]"))
                .isEqualTo(yaml("ecs: {secrets: [{name: token, valueFrom: \"arn:dev:token::\"}]}"));
    }

    @ParameterizedTest
    @CsvSource({"k8s", "ecs", "docker"})
    void whatTheAgentProvidesIsABareName(String agent) {
        assertThat(context(agent, "env: {PROVIDED: {secret: host#PROVIDED}}"))
                .isEqualTo(yaml(agent + ": {env_vars: [PROVIDED]}"));
    }

    @Test
    void aDeclaredBareNameMustBeProvided() {
        assertThat(TestTarget.findings(repo("docker", "env: {OTHER: {secret: host#OTHER}}")))
                .containsExactly("dagster/not-provided at OTHER");
    }

    @Test
    void aRawBareNameIsForThePoliciesToJudge() {
        assertThat(TestTarget.findings(repo("k8s", "container_context: {k8s: {env_vars: [RAW]}}")))
                .isEmpty();
    }

    @Test
    void aVariableThatIsNotRequiredMayBeAbsent() {
        assertThat(context("docker", "env: {A: {required: false}}")).isEqualTo("none");
    }

    @Test
    void aRequiredVariableNeedsAValueOrASecret() {
        assertThat(TestTarget.findings(repo("docker", "env: {A: {description: d}}")))
                .containsExactly("dagster/variable-without-value at A");
    }

    @Test
    void namesOfDagsterAreReserved() {
        assertThat(TestTarget.findings(
                        repo("docker", "env: {DAGSTER_CLOUD_GIT_SHA: x, DAGSTER_DBT_PARSE_PROJECT_ON_LOAD: 1}")))
                .containsExactly("dagster/reserved-variable at DAGSTER_CLOUD_GIT_SHA");
    }

    @Test
    void everyKeyOfAWholeSecretMustBeAName() {
        assertThat(TestTarget.findings(repo("k8s", "env_from: [warehouse]")))
                .containsExactly("dagster/variable-name at warehouse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env_from: [shared], env: {KEY: 1}",
                "env: {KEY: 1}, container_context: {k8s: {env_vars: [KEY=2]}}",
                "env: {KEY: 1}, container_context: {k8s: {env_secrets: [shared]}}",
                "env: {KEY: 1}, container_context:"
                        + " {k8s: {run_k8s_config: {container_config: {env: [{name: KEY, value: b}]}}}}"
            })
    void aNameMayComeFromOnePlaceOnly(String facts) {
        String base = TestTarget.BASE + "  shared: {store: kubernetes, keys: [KEY]}\n";

        assertThat(Derivation.derive(TestTarget.of(base, "dev", repo("k8s", facts)))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(FindingCode.DAGSTER_VARIABLE_CLASH);
                    assertThat(finding.related()).hasSize(1);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "dev,arn:one:key::,",
        "dev,arn:one,",
        "dev,arn:ones:key::,",
        "dev,arn:two:key::,prod",
        "prod,arn:one,dev"
    })
    void anArnInRawFormIsTheSecretOfWhoeverTheCatalogueSays(String environment, String arn, String owner) {
        String base = TestTarget.BASE + "  dwh: {store: aws, keys: [key], arn: {dev: 'arn:one', prod: 'arn:two'}}\n";
        String raw = "container_context: {ecs: {secrets: [{name: PW, valueFrom: '" + arn + "'}]}}";

        assertThat(Derivation.derive(TestTarget.of(base, environment, repo("ecs", raw)))
                        .findings())
                .extracting(finding -> finding.code().id() + " " + finding.message())
                .containsExactlyElementsOf(
                        owner == null
                                ? List.of()
                                : List.of("dagster/secret-of-others `dwh` belongs to the environment `" + owner + "`"));
    }

    @Test
    void ofTwoPlacesTheOneInDagsterPlusHidesTheOther() {
        String base = TestTarget.BASE + "  kept: {store: dagster-plus, keys: [KEY]}\n";
        String raw = "container_context: {k8s: {env_vars: [KEY=1]}}, env: {KEY: {secret: kept#KEY}}";

        assertThat(Derivation.derive(TestTarget.of(base, "dev", repo("k8s", raw)))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.related().get(0).message())
                        .isEqualTo("it comes from here too, and Dagster+ would hide this one"));
    }

    @Test
    void theTwoSidesMayHaveAVariableEach() {
        String side = "{container_config: {env: [{name: A, value: %s}]}}";
        String facts = "container_context: {k8s: {server_k8s_config: " + side.formatted("s") + ", run_k8s_config: "
                + side.formatted("r") + "}}";

        assertThat(TestTarget.findings(repo("k8s", facts))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ecs", "docker", "serverless"})
    void onlyKubernetesKnowsSides(String agent) {
        assertThat(TestTarget.findings(repo(agent, "env: {A: {value: 1, sides: [run]}}")))
                .containsExactly("dagster/variable-sides at [run]");
    }

    @Test
    void whatDagsterPlusKeepsReachesBothSides() {
        assertThat(TestTarget.findings(repo("k8s", "env: {A: {secret: plus#TOKEN, sides: [run]}}")))
                .containsExactly("dagster/variable-sides at [run]");
    }

    @Test
    void aJsonVariableHoldsJson() {
        assertThat(TestTarget.findings(repo("docker", "env: {A: {value: '{\"a\": [1]}', format: json}}")))
                .isEmpty();
        assertThat(TestTarget.findings(repo("docker", "env: {A: {value: '{a: 1}', format: json}}")))
                .containsExactly("dagster/variable-format at '{a: 1}'");
        assertThat(TestTarget.findings(repo("docker", "env: {A: {value: \"{\\n}\", format: json}}")))
                .containsExactly("dagster/variable-format at \"{\\n}\"");
        assertThat(TestTarget.findings(repo("docker", "env: {A: {value: '\"{}\"', format: json}}")))
                .containsExactly("dagster/variable-format at '\"{}\"'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env: {A: \"b\\0\"}", "container_context: {k8s: {env_vars: [\"A=b\\0\"]}}"})
    void noVariableHoldsANul(String facts) {
        assertThat(TestTarget.findings(repo("k8s", facts)))
                .singleElement()
                .asString()
                .startsWith("dagster/variable-value");
    }

    @ParameterizedTest
    @CsvSource({
        "k8s, wherehouse#DB_USER, dagster/unknown-secret",
        "k8s, warehouse#DB_USR, dagster/unknown-secret-key",
        "k8s, theirs#KEY, dagster/secret-of-others",
        "k8s, live#KEY, dagster/secret-of-others",
        "k8s, vault#token, dagster/secret-store",
        "ecs, warehouse#DB_USER, dagster/secret-store",
        "docker, warehouse#DB_USER, dagster/secret-store",
        "serverless, host#OTHER, dagster/secret-store"
    })
    void aSecretMustBeOursToRead(String agent, String secret, String code) {
        assertThat(TestTarget.findings(repo(agent, "env: {A: {secret: " + secret + "}}")))
                .containsExactly(code + " at " + secret);
    }

    @Test
    void anEcsSecretNeedsAnArnInThisEnvironment() {
        Target target = TestTarget.of(TestTarget.BASE, "prod", repo("ecs", "env: {A: {secret: vault#token}}"));

        assertThat(TestTarget.findings(target)).containsExactly("dagster/no-arn at vault#token");
    }

    @Test
    void withoutACatalogueAnyNameIsTakenButForEcs() {
        String facts = "env: {A: {secret: any#key}}";

        assertThat(TestTarget.findings(TestTarget.of(WITHOUT_CATALOGUE, "dev", repo("k8s", facts))))
                .isEmpty();
        assertThat(TestTarget.findings(TestTarget.of(WITHOUT_CATALOGUE, "dev", repo("serverless", facts))))
                .isEmpty();
        assertThat(TestTarget.findings(TestTarget.of(WITHOUT_CATALOGUE, "dev", repo("ecs", facts))))
                .containsExactly("dagster/no-arn at any#key");
    }

    @Test
    void shallowMergingMayDropNothing() {
        String shallow = "env: {A: 1, B: {secret: warehouse#DB_USER, sides: [run]}},"
                + " container_context: {k8s: {run_k8s_config: {merge_behavior: SHALLOW}}}";

        assertThat(TestTarget.findings(repo("k8s", shallow))).containsExactly("dagster/shallow-merge at SHALLOW");
        assertThat(TestTarget.findings(repo("k8s", shallow.replace("A: 1, ", ""))))
                .isEmpty();
    }
}
