package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import java.util.ArrayList;
import java.util.List;

/** merge.md's S: what stands after some layers, with what stood after each of them and every error so far. Immutable. */
record State(Slot root, Snapshots snapshots, List<Finding> findings) {
    /** S₀: nothing stands, nothing is locked. */
    static final State EMPTY = new State(Slot.BLANK, Snapshots.NONE, List.of());

    /** The state after one more layer: all its parts are applied, then its one snapshot is taken. */
    State after(LayerStack.Part part, Observations observations) {
        Slot after = root;
        Findings found = new Findings();
        LayerName name = part.layer().name();
        for (LayerStack.Said said : part.said()) {
            Patch patch = said.patch();
            observations.applied(patch);
            after = patch.apply(after, said.place(), new Pass(name, snapshots, found, observations, patch));
        }
        return new State(after, snapshots.with(name, after), found.isEmpty() ? findings : joined(found.list()));
    }

    private List<Finding> joined(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return List.copyOf(all);
    }
}
