package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Folds stacks. Keeps the states of shared prefixes, so that five hundred repos on one agent fold base, environment and
 * agent once. Safe for use by several threads; the result does not depend on what is kept.
 */
public final class Fold {
    private final Prefix nothing;
    private final Observations ofShared;
    private final Observations ofOwn;

    public Fold() {
        this(new Prefix(State.EMPTY), new Observations(), new Observations());
    }

    private Fold(Prefix nothing, Observations ofShared, Observations ofOwn) {
        this.nothing = nothing;
        this.ofShared = ofShared;
        this.ofOwn = ofOwn;
    }

    /**
     * A fold for the stacks of one repo: shares the prefixes, and forgets with the repo what it observed of the repo's own
     * layers. Ten thousand repos would else stay in memory for the sake of what their own lines change.
     */
    public Fold ofOneRepo() {
        return new Fold(nothing, ofShared, new Observations());
    }

    /** The stack's value and every error on the way. A stack that says nothing folds to an empty mapping. */
    public Folded fold(LayerStack stack) {
        List<LayerStack.Part> parts = stack.parts();
        Prefix prefix = nothing;
        int next = 0;
        while (next < parts.size() && parts.get(next).layer().shared()) {
            prefix = prefix.after(parts.get(next++), ofShared);
        }
        State state = prefix.state();
        while (next < parts.size()) {
            LayerStack.Part part = parts.get(next++);
            state = state.after(part, part.layer().shared() ? ofShared : ofOwn);
        }
        return new Folded(value(state.root(), stack), state.findings());
    }

    /**
     * Warnings of what changed nothing in any of the stacks folded so far, sorted. To be asked for once every target is
     * folded: what changes nothing in one target may matter in the next.
     */
    public List<Finding> observations() {
        List<Finding> all = new ArrayList<>(ofShared.findings());
        all.addAll(ofOwn.findings());
        all.sort(null);
        return all;
    }

    /** Those of layers that no other repo has. To be asked for once every target of the repo is folded. */
    public List<Finding> ownObservations() {
        return ofOwn.findings();
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
