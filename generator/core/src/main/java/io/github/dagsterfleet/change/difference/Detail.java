package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.secret.Redaction;
import java.util.Optional;

/**
 * What a difference makes of what.
 *
 * @param before the value on the first side; empty where there is none, or it is nobody's business
 * @param after the same on the second side
 * @param lines of a text of several lines, in place of values
 */
public record Detail(Optional<String> before, Optional<String> after, Optional<LineCount> lines) {
    /** The name of what differs says it all. */
    static final Detail NONE = new Detail(Optional.empty(), Optional.empty(), Optional.empty());

    static Detail of(LineCount lines) {
        return new Detail(Optional.empty(), Optional.empty(), Optional.of(lines));
    }

    /** Whether there is nothing to tell of it. */
    public boolean isNone() {
        return before.isEmpty() && after.isEmpty() && lines.isEmpty();
    }

    Detail redacted(Redaction redaction) {
        return new Detail(before.map(redaction::of), after.map(redaction::of), lines);
    }
}
