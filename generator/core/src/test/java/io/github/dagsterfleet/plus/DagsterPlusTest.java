package io.github.dagsterfleet.plus;

import static io.github.dagsterfleet.plus.LoopbackServer.answer;
import static io.github.dagsterfleet.plus.LoopbackServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.plus.LoopbackServer.Asked;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to Dagster+, and what is made of its good answers. */
class DagsterPlusTest {
    static final String TOKEN = "user:0123456789abcdef";
    static final String SET =
            """
            {"data": {"createOrUpdateSecretForScopes": {"__typename": "CreateOrUpdateSecretSuccess", "secret": {"id": "7"}}}}
            """;

    static DagsterPlus speakingWith(LoopbackServer server, Timing timing) {
        return new DagsterPlus(connection(server), timing);
    }

    static Connection connection(LoopbackServer server) {
        Findings findings = new Findings();
        Optional<Connection> connection = Connection.of(
                Map.of("DAGSTER_CLOUD_URL", server.address().toString(), "DAGSTER_CLOUD_API_TOKEN", TOKEN),
                List.of(),
                "acme",
                "prod",
                findings);
        assertThat(findings.list()).isEmpty();
        return connection.orElseThrow();
    }

    @Test
    void variablesComeSortedWithTheirLocationsAndScopes() {
        try (LoopbackServer server = new LoopbackServer(
                json(
                        """
                                {"data": {"secretsOrError": {"__typename": "Secrets", "secrets": [
                                  {"id": "2", "secretName": "B", "locationNames": ["hello"], "fullDeploymentScope": true,
                                   "allBranchDeploymentsScope": true, "localDeploymentScope": false},
                                  {"id": "3", "secretName": "A", "locationNames": [], "fullDeploymentScope": false,
                                   "allBranchDeploymentsScope": false, "localDeploymentScope": true},
                                  {"id": "1", "secretName": "B", "locationNames": [], "fullDeploymentScope": false,
                                   "allBranchDeploymentsScope": false, "localDeploymentScope": false}
                                ]}}}
                                """))) {
            assertThat(speakingWith(server, new FakeTiming()).variables())
                    .isEqualTo(Outcome.ok(List.of(
                            new StoredVariable("3", "A", List.of(), Set.of(Scope.LOCAL)),
                            new StoredVariable("1", "B", List.of(), Set.of()),
                            new StoredVariable("2", "B", List.of("hello"), Set.of(Scope.BRANCH, Scope.FULL)))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"abc\"", "{}", "[\"A\"]", "[null]", "[{\"id\": \"1\"}]"})
    void whatIsNoListOfVariablesIsNotTakenForAnEmptyOne(String secrets) {
        String body = "{\"data\": {\"secretsOrError\": {\"__typename\": \"Secrets\", \"secrets\": " + secrets + "}}}";
        try (LoopbackServer server = new LoopbackServer(json(body))) {
            Outcome<List<StoredVariable>> outcome =
                    speakingWith(server, new FakeTiming()).variables();
            assertThat(outcome.findings())
                    .extracting(Finding::message)
                    .containsExactly("the answer holds less of `secretsOrError` than was asked for");
        }
    }

    @Test
    void putSendsOneMutationWithAllScopesSaid() {
        try (LoopbackServer server = new LoopbackServer(json(SET))) {
            Outcome<String> outcome = speakingWith(server, new FakeTiming())
                    .put("KEY", SecretValue.of("line\n\"quote\" ü 🦀"), Set.of(Scope.FULL), Optional.of("hello"));
            assertThat(outcome).isEqualTo(Outcome.ok("7"));
            assertThat(server.asked).hasSize(1);
            assertThat(server.asked.get(0).body())
                    .contains("\"secretName\": \"KEY\"")
                    .contains("\"secretValue\": \"line\\n\\\"quote\\\" ü 🦀\"")
                    .contains("\"fullDeploymentScope\": true")
                    .contains("\"allBranchDeploymentsScope\": false")
                    .contains("\"localDeploymentScope\": false")
                    .contains("\"locationName\": \"hello\"");
        }
    }

    @Test
    void everyLocationIsNull() {
        try (LoopbackServer server = new LoopbackServer(json(SET))) {
            speakingWith(server, new FakeTiming())
                    .put("KEY", SecretValue.of("v"), Set.of(Scope.FULL, Scope.BRANCH), Optional.empty());
            assertThat(server.asked.get(0).body())
                    .contains("\"locationName\": null")
                    .contains("\"allBranchDeploymentsScope\": true");
        }
    }

    @Test
    void withoutAScopeNothingIsSent() {
        try (LoopbackServer server = new LoopbackServer(json(SET))) {
            DagsterPlus plus = speakingWith(server, new FakeTiming());
            SecretValue value = SecretValue.of("hunter2hunter2");
            assertThatThrownBy(() -> plus.put("KEY", value, Set.of(), Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no scope for KEY");
            assertThat(server.asked).isEmpty();
        }
    }

    @Test
    void aVariableIsRemovedByItsId() {
        try (LoopbackServer server = new LoopbackServer(json(
                "{\"data\": {\"deleteSecret\": {\"__typename\": \"DeleteSecretSuccess\", \"secretId\": \"9\"}}}"))) {
            Outcome<String> outcome = speakingWith(server, new FakeTiming())
                    .remove(new StoredVariable("9", "KEY", List.of("hello"), Set.of(Scope.FULL)));
            assertThat(outcome).isEqualTo(Outcome.ok("9"));
            assertThat(server.asked.get(0).body()).contains("\"secretId\": \"9\"");
        }
    }

    @Test
    void theTokenGoesInTheHeaderAlone() {
        try (LoopbackServer server = new LoopbackServer(json(SET))) {
            DagsterPlus plus = speakingWith(server, new FakeTiming());
            plus.put("KEY", SecretValue.of("v"), Set.of(Scope.FULL), Optional.empty());
            Asked asked = server.asked.get(0);
            assertThat(asked.path()).isEqualTo("/acme/graphql");
            assertThat(asked.header("Dagster-cloud-api-token")).isEqualTo(TOKEN);
            assertThat(asked.header("Dagster-cloud-organization")).isEqualTo("acme");
            assertThat(asked.header("Dagster-cloud-deployment")).isEqualTo("prod");
            assertThat(asked.header("Content-type")).isEqualTo("application/json");
            assertThat(asked.body()).doesNotContain(TOKEN);
            assertThat(plus.toString() + connection(server) + connection(server).token())
                    .doesNotContain(TOKEN);
        }
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void noOperationAsksForAValue(Operation operation) {
        String body = operation.body(Operation.id("1"));
        assertThat(body.replace("$secretValue: String!", "").replace("secretValue: $secretValue", ""))
                .contains(operation.root())
                .doesNotContain("secretValue");
    }

    @Test
    void whatSaysItIsNoJsonIsReadAllTheSame() {
        try (LoopbackServer server = new LoopbackServer(answer(200, "text/plain", SET))) {
            assertThat(speakingWith(server, new FakeTiming())
                            .put("KEY", SecretValue.of("v"), Set.of(Scope.FULL), Optional.empty()))
                    .isEqualTo(Outcome.ok("7"));
        }
    }
}
