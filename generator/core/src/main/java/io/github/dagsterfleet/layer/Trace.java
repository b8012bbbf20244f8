package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.text.Origin;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a merged value is what it is: every step that touched it, linked newest to oldest, and one winner, the step that
 * set what stands now. Immutable and shared between states; a step costs one object.
 */
public final class Trace implements Origin {
    private final Step step;
    private final @Nullable Trace previous;
    private final Step winner;
    private final Map<String, Trace> removed;
    private final List<Node> inputs;

    private Trace(Step step, @Nullable Trace previous, Step winner, Map<String, Trace> removed, List<Node> inputs) {
        this.step = step;
        this.previous = previous;
        this.winner = winner;
        this.removed = removed;
        this.inputs = inputs;
    }

    /** A value set where there was none, and no trace of an earlier one either. */
    public static Trace first(Step step) {
        return new Trace(step, null, step, Map.of(), List.of());
    }

    /** The next step, which sets the value that stands from now on. */
    public Trace won(Step next) {
        return new Trace(next, this, next, removed, List.of());
    }

    /** The next step, which takes away what stood; that stays known, since all that stood below it went with it. */
    Trace gone(Step next, Node what) {
        return new Trace(next, this, next, removed, List.of(what));
    }

    /** The next step, which leaves what stands, such as a lock or an entry merged into a mapping. */
    public Trace touched(Step next) {
        return new Trace(next, this, winner, removed, inputs);
    }

    /** After {@code $reset}: what stands is what {@code snapshot} set; the reset is listed. */
    public Trace reset(Step reset, Trace snapshot) {
        return new Trace(reset, this, snapshot.winner, snapshot.removed, snapshot.inputs);
    }

    /** A later stage made a value from merged ones; the first input's span is what a person should look at. */
    public static Trace derived(Step step, @Nullable Trace previous, List<Node> inputs) {
        return new Trace(step, previous, step, Map.of(), List.copyOf(inputs));
    }

    /** Later stages put other values in place of names in what stands; the winner is still who wrote the names. */
    Trace referred(Step next, List<Node> referredTo) {
        return new Trace(next, this, winner, removed, List.copyOf(referredTo));
    }

    /**
     * The trace of a mapping, or of a list whose items have keys, that also knows why what is gone is gone.
     *
     * @param traces by key, not to be changed any more
     */
    Trace withRemoved(Map<String, Trace> traces) {
        return new Trace(step, previous, winner, Collections.unmodifiableMap(traces), inputs);
    }

    /** The trace of a mapping that also has the keys of another one, those that are gone included. */
    public Trace joined(Trace other) {
        if (other.removed.isEmpty()) {
            return this;
        }
        Map<String, Trace> both = new LinkedHashMap<>(removed);
        both.putAll(other.removed);
        return withRemoved(both);
    }

    /** The trace of a node; what was never merged, such as a catalogue entry, was set by base.yaml where it stands. */
    public static Trace of(Node node) {
        return node.origin() instanceof Trace trace
                ? trace
                : first(new Step(LayerName.BASE, node.span(), Verb.SET, Optional.of(node)));
    }

    /** The step that set what stands now. */
    public Step winner() {
        return winner;
    }

    /** The newest step. */
    public Step last() {
        return step;
    }

    /** Every step, oldest first. */
    public List<Step> steps() {
        List<Step> all = new ArrayList<>();
        for (Trace at = this; at != null; at = at.previous) {
            all.add(0, at.step);
        }
        return all;
    }

    /** The traces of keys, or of items by key, that a layer took away and none set again; in the order they went. */
    public Map<String, Trace> removed() {
        return removed;
    }

    /** Why this key is gone. */
    public Optional<Trace> removed(String key) {
        return Optional.ofNullable(removed.get(key));
    }

    /** What a derived or referred value was made from; empty for what a layer said. */
    public List<Node> inputs() {
        return inputs;
    }

    /** Of what is gone: what stood until then. Not to be asked of what stands. */
    public Optional<Node> lost() {
        return inputs.stream().findFirst();
    }

    /** Of what is gone: why each key below is gone, those that went with it included. */
    Map<String, Trace> removedWithIt() {
        if (!(lost().orElse(null) instanceof Mapping mapping) || mapping.isEmpty()) {
            return removed;
        }
        Map<String, Trace> all = new LinkedHashMap<>(removed);
        mapping.forEach(entry -> all.put(entry.name(), of(entry.value()).gone(winner, entry.value())));
        return all;
    }

    /** The same steps, as another commit has them. */
    Trace at(AtRevision revision) {
        Map<String, Trace> gone = new LinkedHashMap<>();
        removed.forEach((key, trace) -> gone.put(key, revision.of(trace)));
        return new Trace(
                revision.of(step),
                previous == null ? null : revision.of(previous),
                revision.of(winner),
                Collections.unmodifiableMap(gone),
                inputs.stream().map(revision::of).toList());
    }

    /** Where the winner stands in the sources. */
    @Override
    public Span span() {
        return winner.span();
    }

    /** Where the highest layer that speaks of this says so. */
    @Override
    public Span latest() {
        return step.span();
    }
}
