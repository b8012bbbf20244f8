package io.github.dagsterfleet.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stood at the root after each layer so far. Immutable. */
final class Snapshots {
    static final Snapshots NONE = new Snapshots(null, null, Slot.BLANK);

    private final @Nullable Snapshots previous;
    private final @Nullable LayerName layer;
    private final Slot root;

    private Snapshots(@Nullable Snapshots previous, @Nullable LayerName layer, Slot root) {
        this.previous = previous;
        this.layer = layer;
        this.root = root;
    }

    /** The same and one more. */
    Snapshots with(LayerName name, Slot after) {
        return new Snapshots(this, name, after);
    }

    /** What stood at the root after a layer; empty when no such layer came yet. */
    Optional<Slot> after(LayerName name) {
        for (Snapshots at = this; at != null; at = at.previous) {
            if (name.equals(at.layer)) {
                return Optional.of(at.root);
            }
        }
        return Optional.empty();
    }

    /** The layers so far, lowest first. */
    List<LayerName> layers() {
        List<LayerName> names = new ArrayList<>();
        for (Snapshots at = this; at != null; at = at.previous) {
            if (at.layer != null) {
                names.add(0, at.layer);
            }
        }
        return names;
    }
}
