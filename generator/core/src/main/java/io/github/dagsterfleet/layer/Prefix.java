package io.github.dagsterfleet.layer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The state after some leading layers, and from here on the states of every longer prefix that was asked for. Two
 * layers are one here when they have one name and say the very same patches. Safe for use by several threads.
 */
final class Prefix {
    private final State state;
    private final Map<Saying, Prefix> longer = new ConcurrentHashMap<>();

    Prefix(State state) {
        this.state = state;
    }

    /** A layer's name and what it says. */
    private record Saying(LayerName layer, List<LayerStack.Said> said) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Saying that && layer.equals(that.layer) && said.equals(that.said);
        }

        @Override
        public int hashCode() {
            return 31 * layer.hashCode() + said.hashCode();
        }
    }

    State state() {
        return state;
    }

    /** The prefix with one more layer, folded the first time only. */
    Prefix after(LayerStack.Part part, Observations observations) {
        Saying next = new Saying(part.layer().name(), part.said());
        Prefix known = longer.get(next);
        return known == null
                ? longer.computeIfAbsent(next, saying -> new Prefix(state.after(part, observations)))
                : known;
    }
}
