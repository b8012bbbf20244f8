package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value that is put in as a whole, so that every node of it gets its trace. What stood at the same keys goes on in the
 * new traces, and what stood at keys that the value lacks is gone, with the reason: {@code explain} can tell of both.
 */
abstract class Whole {
    /** The trace of a node that is put in where this slot was. */
    abstract Trace put(Node node, Slot before);

    /** The step that does away with what the value lacks. */
    abstract Step drop();

    /** The value with its traces. */
    final Node over(Slot before, Node node) {
        if (node instanceof Scalar) {
            return node.withOrigin(put(node, before));
        }
        if (node instanceof Sequence list) {
            List<Node> items = new ArrayList<>(list.items().size());
            for (Node item : list.items()) {
                items.add(over(Slot.BLANK, item));
            }
            return new Sequence(items, put(node, before));
        }
        return over(before, (Mapping) node);
    }

    private Mapping over(Slot before, Mapping node) {
        Mapping.Builder keys = Mapping.builder();
        for (Mapping.Entry entry : node.entries()) {
            keys.put(entry.key(), over(before == Slot.BLANK ? before : before.below(entry.name()), entry.value()));
        }
        Trace trace = put(node, before);
        return keys.build(before == Slot.BLANK ? trace : trace.withRemoved(removed(before, node)));
    }

    private Map<String, Trace> removed(Slot before, Mapping node) {
        Map<String, Trace> removed = new LinkedHashMap<>(before.removed());
        before.value().filter(Mapping.class::isInstance).ifPresent(old -> ((Mapping) old)
                .forEach(entry ->
                        removed.put(entry.name(), Trace.of(entry.value()).gone(drop(), entry.value()))));
        removed.keySet().removeAll(node.keys());
        return removed;
    }

    /** A value that a layer says, where {@code verb} is what it does to what stood there. */
    static final class Said extends Whole {
        private final Pass pass;
        private final Verb verb;
        private final Node said;

        Said(Pass pass, Verb verb, Node said) {
            this.pass = pass;
            this.verb = verb;
            this.said = said;
        }

        /** The value with its traces, put in where this slot was. */
        static Node write(Pass pass, Verb verb, Node said, Slot before) {
            return new Said(pass, verb, said).over(before, said);
        }

        @Override
        Trace put(Node node, Slot before) {
            return before.won(pass.step(before.isAbsent() && node != said ? Verb.SET : verb, node));
        }

        @Override
        Step drop() {
            return pass.step(verb, said.span());
        }
    }

    /** A value of an earlier state, whose winners win again. */
    static final class Restored extends Whole {
        private final Step reset;

        Restored(Step reset) {
            this.reset = reset;
        }

        @Override
        Trace put(Node node, Slot before) {
            Trace snapshot = Trace.of(node);
            return before.history()
                    .map(history -> history.reset(reset, snapshot))
                    .orElseGet(() -> snapshot.touched(reset));
        }

        @Override
        Step drop() {
            return reset;
        }
    }
}
