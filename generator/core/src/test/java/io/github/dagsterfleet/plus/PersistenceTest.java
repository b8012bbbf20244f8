package io.github.dagsterfleet.plus;

import static io.github.dagsterfleet.plus.LoopbackServer.answer;
import static io.github.dagsterfleet.plus.LoopbackServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.finding.Related;
import io.github.dagsterfleet.plus.LoopbackServer.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When Dagster+ is asked again, after which pause, and when no more. */
class PersistenceTest {
    private final FakeTiming timing = new FakeTiming();

    private Outcome<String> put(Answer... answers) {
        try (LoopbackServer server = new LoopbackServer(answers)) {
            Outcome<String> outcome = DagsterPlusTest.speakingWith(server, timing)
                    .put("KEY", SecretValue.of("v"), Set.of(Scope.FULL), Optional.empty());
            assertThat(server.asked).hasSize(timing.pauses.size() + 1);
            assertThat(server.asked.stream().map(LoopbackServer.Asked::body).distinct())
                    .hasSize(1);
            return outcome;
        }
    }

    private static Answer busy(int status, String... headers) {
        return answer(status, "text/html", "<html>busy</html>", headers);
    }

    private static Answer done() {
        return json(DagsterPlusTest.SET);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 429, 500, 502, 503, 504})
    void whatPassesIsAskedAgain(int status) {
        assertThat(put(busy(status), done())).isEqualTo(Outcome.ok("7"));
        assertThat(timing.pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aCutConnectionIsAskedAgain() {
        assertThat(put(LoopbackServer.cut(), LoopbackServer.cutInside(), done()))
                .isEqualTo(Outcome.ok("7"));
        assertThat(timing.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void pausesDoubleUpToTwentySecondsAndEndWithinTwoMinutes() {
        Outcome<String> outcome = put(busy(503));
        assertThat(timing.pauses.stream().map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 20L, 20L, 20L, 20L);
        assertThat(timing.paused()).isLessThan(Duration.ofMinutes(2));
        assertThat(outcome.findings().get(0).message())
                .isEqualTo("Dagster+ answers 503 and cannot set `KEY` for every location");
        assertThat(outcome.findings().get(0).related())
                .extracting(Related::message)
                .contains("asked 10 times");
    }

    @Test
    void chanceTakesUpToHalfOfAPause() {
        FakeTiming hasty = new FakeTiming() {
            @Override
            public double chance() {
                return 0;
            }
        };
        try (LoopbackServer server = new LoopbackServer(busy(503), done())) {
            DagsterPlusTest.speakingWith(server, hasty)
                    .put("KEY", SecretValue.of("v"), Set.of(Scope.FULL), Optional.empty());
        }
        assertThat(hasty.pauses).containsExactly(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7                             | 7000",
                "Sun, 22 Nov 2026 12:00:30 GMT | 30000",
                "0                             | 500",
                "Sun, 22 Nov 2026 11:00:00 GMT | 500",
                "soon                          | 1000",
                "-5                            | 1000"
            })
    void theServerSaysHowLongToWait(String retryAfter, long millis) {
        assertThat(put(busy(429, "Retry-After", retryAfter), done())).isEqualTo(Outcome.ok("7"));
        assertThat(timing.pauses).containsExactly(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"120", "999999999", "99999999999999999999", "Mon, 23 Nov 2026 12:00:00 GMT"})
    void whoeverIsToWaitTooLongDoesNotWaitAtAll(String retryAfter) {
        assertThat(put(busy(503, "Retry-After", retryAfter)).findings()).hasSize(1);
        assertThat(timing.pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 302})
    void whatStaysIsNotAskedAgain(int status) {
        assertThat(put(busy(status)).findings()).hasSize(1);
        assertThat(timing.pauses).isEmpty();
    }

    @Test
    void aRefusalIsNotAskedAgain() {
        assertThat(put(json(
                                "{\"data\": {\"createOrUpdateSecretForScopes\": {\"__typename\": \"PythonError\", \"message\": \"x\"}}}"))
                        .findings())
                .hasSize(1);
        assertThat(timing.pauses).isEqualTo(List.of());
    }
}
