package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.layer.Step;
import io.github.dagsterfleet.syntax.Node;
import java.util.List;
import java.util.Optional;

/**
 * What a key holds, and why.
 *
 * @param key in full, such as {@code locations.web.env.LOG_LEVEL.value}; empty for the whole target
 * @param owner the location or project, where each has its own answer
 * @param value empty when no layer says anything, or when the last that did took it away
 * @param trace the winner first, then every other step from new to old; empty for what nobody says
 */
public record Answer(String key, Optional<Owner> owner, Optional<Node> value, List<Step> trace) {
    public Answer {
        trace = List.copyOf(trace);
    }

    /** @param kind {@code location} or {@code project} */
    public record Owner(String kind, String name) {}

    /** The same, told of one location or project by its key in full. */
    Answer as(String full, Owner said) {
        return new Answer(full, Optional.of(said), value, trace);
    }

    boolean saysTheSame(Answer other) {
        return value.equals(other.value) && trace.equals(other.trace);
    }
}
