package io.github.dagsterfleet.plus;

import java.time.Duration;
import java.time.Instant;

/** The clock, which the shell has and tests make up. */
public interface Timing {
    Instant now();

    /** Comes back when so much time is over. */
    void pause(Duration duration);

    /** Between 0 and 1, another one each time, so that many who wait do not come back together. */
    double chance();
}
