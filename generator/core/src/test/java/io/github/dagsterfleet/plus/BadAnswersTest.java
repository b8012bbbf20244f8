package io.github.dagsterfleet.plus;

import static io.github.dagsterfleet.plus.LoopbackServer.answer;
import static io.github.dagsterfleet.plus.LoopbackServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.finding.report.JsonReport;
import io.github.dagsterfleet.finding.report.TextReport;
import io.github.dagsterfleet.plus.LoopbackServer.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server answers is one finding, and never holds the value or the token that it was sent. */
class BadAnswersTest {
    private static final String VALUE =
            "{\"private_key\": \"-----BEGIN KEY-----\\nMIIEvQIBADANBg\", \"id\": \"s3cr3t!\"}";

    private static String error(String type, String message) {
        return "{\"data\": {\"createOrUpdateSecretForScopes\": {\"__typename\": \"" + type + "\", \"message\": "
                + quoted(message) + "}}}";
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\u001b", "\\u001b")
                + '"';
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(
                        "plus/unauthorized",
                        "the token may not set `KEY` for `hello`",
                        error("UnauthorizedError", "No.")),
                Arguments.of(
                        "plus/refused",
                        "Dagster+ refuses to set `KEY` for `hello`",
                        error("TooManySecretsError", "1000")),
                Arguments.of(
                        "plus/refused",
                        "Dagster+ refuses to set `KEY` for `hello`",
                        error("InvalidSecretInputError", "x")),
                Arguments.of(
                        "plus/refused",
                        "Dagster+ refuses to set `KEY` for `hello`",
                        error("SecretAlreadyExistsError", "x")),
                Arguments.of(
                        "plus/failed", "Dagster+ fails to set `KEY` for `hello`", error("PythonError", "KeyError")),
                Arguments.of(
                        "plus/answer",
                        "`createOrUpdateSecretForScopes` is of a type that nobody knows",
                        error("SecretsAreOnHolidayError", "x")),
                Arguments.of(
                        "plus/failed",
                        "Dagster+ fails to set `KEY` for `hello`",
                        "{\"errors\": [{\"message\": \"Cannot query field\"}], \"data\": null}"),
                Arguments.of(
                        "plus/failed",
                        "Dagster+ fails to set `KEY` for `hello`",
                        "{\"errors\": [\"no\"], \"data\": null}"),
                Arguments.of("plus/answer", "the answer holds no `createOrUpdateSecretForScopes`", "{\"data\": null}"),
                Arguments.of(
                        "plus/answer",
                        "the answer holds less of `createOrUpdateSecretForScopes` than was asked for",
                        "{\"data\": {\"createOrUpdateSecretForScopes\": {\"__typename\": \"CreateOrUpdateSecretSuccess\"}}}"),
                Arguments.of("plus/answer", "what answers is not Dagster+: it answers with nothing at all", ""),
                Arguments.of(
                        "plus/answer",
                        "what answers is not Dagster+: it answers with a web page",
                        "<!doctype html><title>Log in</title>"),
                Arguments.of(
                        "plus/answer",
                        "what answers is not Dagster+: it answers with something other than JSON",
                        "{\"data\""),
                Arguments.of(
                        "plus/answer",
                        "what answers is not Dagster+: it answers with something other than JSON",
                        "[]"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerWith200IsOneFinding(String code, String message, String body) {
        try (LoopbackServer server = new LoopbackServer(json(body))) {
            Finding finding = put(server, new FakeTiming());
            assertThat(finding.code().id()).isEqualTo(code);
            assertThat(finding.message()).isEqualTo(message);
            assertThat(server.asked).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"400 plus/failed", "401 plus/unauthorized", "403 plus/unauthorized", "404 plus/not-found"})
    void aStatusIsOneFinding(String row) {
        int status = Integer.parseInt(row.substring(0, 3));
        try (LoopbackServer server =
                new LoopbackServer(answer(status, "application/json", "{\"errors\": [{\"message\": \"no\"}]}"))) {
            assertThat(put(server, new FakeTiming()).code().id()).isEqualTo(row.substring(4));
            assertThat(server.asked).hasSize(1);
        }
    }

    @Test
    void aStatusThatNobodyExpectsIsNoDagsterPlus() {
        try (LoopbackServer server = new LoopbackServer(answer(418, "text/html", "<h1>short and stout</h1>"))) {
            assertThat(put(server, new FakeTiming()).message())
                    .isEqualTo("what answers is not Dagster+: it answers 418");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noRedirectIsFollowed(int status) {
        try (LoopbackServer other = new LoopbackServer(json(DagsterPlusTest.SET));
                LoopbackServer server = new LoopbackServer(
                        answer(status, "text/html", "", "Location", other.address() + "/acme/graphql?token=x"))) {
            Finding finding = put(server, new FakeTiming());
            assertThat(finding.code().id()).isEqualTo("plus/answer");
            assertThat(finding.related().get(1).message()).isEqualTo("it leads to `127.0.0.1`");
            assertThat(other.asked).isEmpty();
        }
    }

    static Stream<String> repetitions() {
        byte[] bytes = VALUE.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                "invalid value: " + VALUE,
                "invalid value: " + VALUE.substring(20, 40) + "...",
                "invalid value: '" + VALUE.replace("\\", "\\\\") + "'",
                "invalid value: " + VALUE.toUpperCase(Locale.ROOT),
                "invalid value: " + URLEncoder.encode(VALUE, StandardCharsets.UTF_8),
                "invalid value: " + Base64.getEncoder().encodeToString(bytes),
                "invalid value: " + Base64.getUrlEncoder().encodeToString(bytes),
                "invalid token: " + DagsterPlusTest.TOKEN,
                "invalid token: " + DagsterPlusTest.TOKEN.substring(8));
    }

    @ParameterizedTest
    @MethodSource("repetitions")
    void whatRepeatsTheValueIsNotShown(String said) {
        List<String> bodies = List.of(
                error("InvalidSecretInputError", said),
                error("TooManySecretsError", said),
                error("SecretAlreadyExistsError", said),
                error("UnauthorizedError", said),
                error("PythonError", said),
                error(said.replace("\"", "").replace("\\", ""), said),
                "{\"errors\": [{\"message\": " + quoted(said) + "}]}",
                "<html>" + said,
                "{\"data\": " + quoted(said) + "}",
                said);
        List<Answer> answers = IntStream.of(200, 302, 400, 401, 403, 404, 418, 429, 500)
                .boxed()
                .flatMap(status ->
                        bodies.stream().map(body -> answer(status, "application/json", body, "Retry-After", "1000")))
                .toList();
        try (LoopbackServer server = new LoopbackServer(answers.toArray(Answer[]::new))) {
            DagsterPlus plus = DagsterPlusTest.speakingWith(server, new FakeTiming());
            answers.forEach(answer -> put(plus));
            assertThat(server.asked).hasSameSizeAs(answers);
        }
    }

    @Test
    void whatTheServerSaysIsShownOnOneShortLine() {
        try (LoopbackServer server = new LoopbackServer(
                json(error("InvalidSecretInputError", "line\nline \u001b[31m" + "x".repeat(1000))))) {
            Finding finding = put(server, new FakeTiming());
            assertThat(finding.related().get(1).message())
                    .startsWith("Dagster+ says: line\\nline \\u001b[31mxxx")
                    .endsWith("x…")
                    .hasSizeLessThan(330);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "cutInside"})
    void aConnectionThatIsCutIsToldOnceAllTriesAreOver(String how) {
        FakeTiming timing = new FakeTiming();
        try (LoopbackServer server =
                new LoopbackServer(how.equals("cut") ? LoopbackServer.cut() : LoopbackServer.cutInside())) {
            Finding finding = put(server, timing);
            assertThat(finding.code().id()).isEqualTo("plus/unreachable");
            assertThat(finding.message()).endsWith("cuts the connection before it has answered");
            assertThat(server.asked).hasSize(timing.pauses.size() + 1);
        }
    }

    @Test
    void aServerThatIsNotThereTakesNoConnection() {
        LoopbackServer server = new LoopbackServer(json(""));
        server.close();
        assertThat(put(server, new FakeTiming()).message()).endsWith("takes no connection");
    }

    /** The clock leaves a tenth of a second for the one request. */
    @Test
    void aServerThatHangsIsLeft() {
        Timing late = new FakeTiming() {
            private int asked;

            @Override
            public Instant now() {
                return BEGIN.plusMillis(119_900L * asked++);
            }
        };
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.hang())) {
            assertThat(put(server, late).message()).endsWith("does not answer");
        }
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        try (LoopbackServer server = new LoopbackServer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(blanks);
            }
        })) {
            assertThat(put(server, new FakeTiming()).code().id()).isEqualTo("plus/answer");
        }
    }

    @Test
    void listsThatLackSomethingAreRefusedAsAWhole() {
        try (LoopbackServer server = new LoopbackServer(json(
                "{\"data\": {\"secretsOrError\": {\"__typename\": \"Secrets\", \"secrets\": [{\"id\": \"1\"}]}}}"))) {
            assertThat(DagsterPlusTest.speakingWith(server, new FakeTiming())
                            .variables()
                            .findings())
                    .extracting(Finding::message)
                    .containsExactly("the answer holds less of `secretsOrError` than was asked for");
        }
    }

    private static Finding put(LoopbackServer server, Timing timing) {
        return put(DagsterPlusTest.speakingWith(server, timing));
    }

    /** The one finding of a variable that could not be set, looked through for what no finding may hold. */
    private static Finding put(DagsterPlus plus) {
        Outcome<String> outcome = plus.put("KEY", SecretValue.of(VALUE), Set.of(Scope.FULL), Optional.of("hello"));
        assertThat(outcome.findings()).hasSize(1);
        String shown =
                outcome + new TextReport(false).print(outcome.findings()) + new JsonReport(outcome.findings()).text();
        for (String secret : List.of(VALUE, "private_key", "BEGIN KEY", "MIIEvQ", "s3cr3t", "0123456", "89abcdef")) {
            assertThat(shown).doesNotContainIgnoringCase(secret);
        }
        assertThat(shown)
                .doesNotContain(Base64.getEncoder()
                        .encodeToString(VALUE.getBytes(StandardCharsets.UTF_8))
                        .substring(4, 20));
        return outcome.findings().get(0);
    }
}
