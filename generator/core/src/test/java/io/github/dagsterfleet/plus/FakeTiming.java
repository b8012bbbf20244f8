package io.github.dagsterfleet.plus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that goes on by pauses alone, which take no time. */
class FakeTiming implements Timing {
    static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

    final List<Duration> pauses = new ArrayList<>();
    private Instant now = BEGIN;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }

    /** So that every pause has its full length. */
    @Override
    public double chance() {
        return 1;
    }

    Duration paused() {
        return Duration.between(BEGIN, now);
    }
}
