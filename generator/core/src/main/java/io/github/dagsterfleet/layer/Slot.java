package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands at one path: a value or nothing, how that came about, and the locks at and below the path. A state of the
 * fold is the slot at the root. Immutable.
 */
final class Slot {
    /** Nothing stands here, no layer ever said anything of it, nothing is locked. */
    static final Slot BLANK = new Slot(null, null, Locks.NONE);

    private final @Nullable Node value;
    /** The value's trace; of an absent value, why it is gone, or null when it never was. */
    private final @Nullable Trace history;

    private final Locks locks;

    private Slot(@Nullable Node value, @Nullable Trace history, Locks locks) {
        this.value = value;
        this.history = history;
        this.locks = locks;
    }

    Optional<Node> value() {
        return Optional.ofNullable(value);
    }

    boolean isAbsent() {
        return value == null;
    }

    Locks locks() {
        return locks;
    }

    Optional<Trace> history() {
        return Optional.ofNullable(history);
    }

    /** The trace after a step that sets what stands here. */
    Trace won(Step step) {
        return history == null ? Trace.first(step) : history.won(step);
    }

    /** The trace after a step that leaves what stands here; the first step of all sets it. */
    Trace touched(Step step) {
        return history == null ? Trace.first(step) : history.touched(step);
    }

    /** The trace after one or more steps that edit the list which stands here, or begin one where there is none. */
    Trace edited(List<Step> steps) {
        Trace trace = isAbsent() ? won(steps.get(0)) : touched(steps.get(0));
        for (Step step : steps.subList(1, steps.size())) {
            trace = trace.touched(step);
        }
        return trace;
    }

    /** Why keys below are gone; where nothing stands any more, all that stood are. */
    Map<String, Trace> removed() {
        if (history == null) {
            return Map.of();
        }
        return value == null ? history.removedWithIt() : history.removed();
    }

    /** The same place with a value whose origin is its trace. */
    Slot with(Node node) {
        return new Slot(node, Trace.of(node), locks);
    }

    /** The same place with nothing there. */
    Slot without(Trace why) {
        return new Slot(null, why, locks);
    }

    /** The same place after a step that takes away the value which stands here. */
    Slot gone(Step step) {
        Node gone = Objects.requireNonNull(value);
        return without(Trace.of(gone).gone(step, gone));
    }

    /** The same place with other locks. */
    Slot with(Locks other) {
        return other == locks ? this : new Slot(value, history, other);
    }

    /** What stands below a key. */
    Slot below(String key) {
        Optional<Node> child = value instanceof Mapping mapping ? mapping.get(key) : Optional.empty();
        return child(key, child);
    }

    /** The slot of a child that its parent has looked up. */
    Slot child(String key, Optional<Node> child) {
        Locks at = locks.below(key);
        if (child.isPresent()) {
            return new Slot(child.get(), Trace.of(child.get()), at);
        }
        Trace gone = removed().get(key);
        return gone == null && at.isNone() ? BLANK : new Slot(null, gone, at);
    }
}
