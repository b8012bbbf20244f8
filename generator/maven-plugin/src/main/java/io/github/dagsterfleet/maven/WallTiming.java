package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.plus.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Time as it passes. */
final class WallTiming implements Timing {
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
