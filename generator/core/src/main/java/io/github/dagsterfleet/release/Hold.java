package io.github.dagsterfleet.release;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Why nothing may be promoted for now.
 *
 * @param until the last day of it; empty for one that only a person lifts
 */
public record Hold(String reason, Optional<LocalDate> until) {
    /** Whether it is in force on a day. */
    boolean isOn(LocalDate day) {
        return until.isEmpty() || !day.isAfter(until.get());
    }
}
