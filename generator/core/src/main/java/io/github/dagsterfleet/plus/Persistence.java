package io.github.dagsterfleet.plus;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Asks again while that may help: after longer and longer pauses, or after the one that the server asks for. */
final class Persistence {
    /** From the first request to the last answer. */
    private static final Duration ALL = Duration.ofMinutes(2);

    private static final Duration ONE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final Wire wire;
    private final Timing timing;

    Persistence(Wire wire, Timing timing) {
        this.wire = wire;
        this.timing = timing;
    }

    /** The last reply, and how many requests it took. */
    record Result(Reply reply, int requests) {}

    Result ask(String body) {
        Instant end = timing.now().plus(ALL);
        Duration backoff = FIRST_PAUSE;
        for (int requests = 1; ; requests++) {
            Duration left = Duration.between(timing.now(), end);
            Reply reply = wire.send(body, shorter(ONE, left));
            Duration pause = asked(reply).orElse(withChance(backoff));
            if (!reply.isTemporary() || !timing.now().plus(pause).isBefore(end)) {
                return new Result(reply, requests);
            }
            timing.pause(pause);
            backoff = shorter(backoff.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    /** Half of it is sure. */
    private Duration withChance(Duration backoff) {
        return Duration.ofMillis((long) (backoff.toMillis() * (0.5 + timing.chance() / 2)));
    }

    /** {@code Retry-After}, in seconds or as a date; what is neither counts nothing. */
    private Optional<Duration> asked(Reply reply) {
        Optional<String> text = reply instanceof Reply.Answered answered ? answered.retryAfter() : Optional.empty();
        return text.flatMap(said -> seconds(said).or(() -> until(said)))
                .map(pause -> pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause);
    }

    private static Optional<Duration> seconds(String text) {
        boolean number = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number
                ? Optional.of(text.length() < 10 ? Duration.ofSeconds(Long.parseLong(text)) : ALL)
                : Optional.empty();
    }

    private Optional<Duration> until(String text) {
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(timing.now(), then));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
