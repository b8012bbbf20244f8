package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.layer.Locks.Lock;
import io.github.dagsterfleet.schema.ItemKey;
import io.github.dagsterfleet.schema.ListPolicy;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The path at which a patch is being applied, and the lock that covers it from above. Made into text only for findings. */
final class Place {
    static final Place ROOT = new Place(null, "", null, null, true);

    private final @Nullable Place parent;
    private final String key;
    /** How items are told apart, when this is an item of a list. */
    private final @Nullable ListPolicy items;

    private final @Nullable Lock cover;
    private final boolean quiet;

    private Place(@Nullable Place parent, String key, @Nullable ListPolicy items, @Nullable Lock cover, boolean quiet) {
        this.parent = parent;
        this.key = key;
        this.items = items;
        this.cover = cover;
        this.quiet = quiet;
    }

    /** The place of one location or project by its name, which is all that a layer says of it. */
    static Place named(String group, String name) {
        return new Place(null, group + "." + quoted(name), null, null, true);
    }

    /** The place of a key of the mapping here. */
    Place below(String name, Slot here) {
        return new Place(this, name, null, cover(here), (quiet && parent != null) || isItemKey(name));
    }

    /** The place of an item of the list here. */
    Place item(Object itemKey, ListPolicy policy, Slot here) {
        return new Place(this, Items.words(itemKey), policy, cover(here), quiet && parent != null);
    }

    /** The same place, where nobody is told that a patch changes nothing. */
    Place quiet() {
        return new Place(parent, key, items, cover, true);
    }

    /** Whether nobody wants to hear that a patch here changes nothing: the root, an item's key, what a lock repeats. */
    boolean isQuiet() {
        return quiet;
    }

    /** The lock that forbids a change of what stands here: one above, here or below. */
    Optional<Lock> lock(Slot here) {
        return cover != null ? Optional.of(cover) : here.locks().any();
    }

    /** The lock that holds all of what stands here: one above or here. */
    Optional<Lock> cover() {
        return Optional.ofNullable(cover);
    }

    /** What stands at this path in another state. */
    Slot in(Slot root) {
        if (parent == null) {
            return root;
        }
        Slot above = parent.in(root);
        if (items == null) {
            return above.below(key);
        }
        ListPolicy policy = items;
        return above.child(
                key,
                above.value()
                        .filter(Sequence.class::isInstance)
                        .flatMap(list -> Items.find((Sequence) list, key, policy)));
    }

    private @Nullable Lock cover(Slot here) {
        return cover != null ? cover : here.locks().here().orElse(null);
    }

    private boolean isItemKey(String name) {
        return items instanceof ListPolicy.Keyed keyed
                && keyed.key() instanceof ItemKey.Fields fields
                && fields.names().contains(name);
    }

    /** Whether all of what a layer says at once is meant, which has no name. */
    boolean isRoot() {
        return parent == null;
    }

    /** As in messages and questions: {@code env.LOG_LEVEL.value}, {@code dependencies[pandas]}. */
    @Override
    public String toString() {
        if (parent == null) {
            return key;
        }
        String above = parent.toString();
        if (items != null) {
            return above + "[" + key + "]";
        }
        return above.isEmpty() ? quoted(key) : above + "." + quoted(key);
    }

    private static String quoted(String key) {
        return key.indexOf('.') < 0 ? key : '"' + key + '"';
    }
}
