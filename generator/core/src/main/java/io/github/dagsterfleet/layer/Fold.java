package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * Folds stacks. Keeps the states of shared prefixes, so that five hundred repos on one agent fold base, environment and
 * agent once. Safe for use by several threads; the result does not depend on what is kept.
 */
public final class Fold {
    private final Prefix nothing = new Prefix(State.EMPTY);
    private final Observations observations = new Observations();

    /** The stack's value and every error on the way. A stack that says nothing folds to an empty mapping. */
    public Folded fold(LayerStack stack) {
        List<LayerStack.Part> parts = stack.parts();
        Prefix prefix = nothing;
        int next = 0;
        while (next < parts.size() && parts.get(next).layer().shared()) {
            prefix = prefix.after(parts.get(next++), observations);
        }
        State state = prefix.state();
        while (next < parts.size()) {
            state = state.after(parts.get(next++), observations);
        }
        return new Folded(value(state.root(), stack), state.findings());
    }

    /**
     * Warnings of what changed nothing in any of the stacks folded so far, sorted. To be asked for once every target is
     * folded: what changes nothing in one target may matter in the next.
     */
    public List<Finding> observations() {
        return observations.findings();
    }

    private static Mapping value(Slot root, LayerStack stack) {
        Node value = root.value().orElse(null);
        if (value instanceof Mapping mapping) {
            return mapping;
        }
        return Mapping.empty(root.history().orElseGet(() -> Trace.first(silence(stack))));
    }

    /** What a stack that says nothing is traced to: the beginning of its highest layer. */
    private static Step silence(LayerStack stack) {
        Layer highest = stack.parts().get(stack.parts().size() - 1).layer();
        return new Step(highest.name(), new SourceText(highest.file(), "").whole(), Verb.SET, Optional.empty());
    }
}
