package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.text.Span;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The locked paths at and below one place. Immutable; nearly always {@link #NONE}. */
final class Locks {
    static final Locks NONE = new Locks(null, Map.of());

    private final @Nullable Lock here;
    private final Map<String, Locks> below;

    private Locks(@Nullable Lock here, Map<String, Locks> below) {
        this.here = here;
        this.below = below;
    }

    /** A layer's word that a value stays as it is. */
    record Lock(Span span, String reason) {}

    boolean isNone() {
        return this == NONE;
    }

    Optional<Lock> here() {
        return Optional.ofNullable(here);
    }

    /** Some lock at this place or below it. */
    Optional<Lock> any() {
        if (here != null) {
            return Optional.of(here);
        }
        Iterator<Locks> locked = below.values().iterator();
        return locked.hasNext() ? locked.next().any() : Optional.empty();
    }

    /** The locks below a key, or below the item with this key. */
    Locks below(String key) {
        return below.getOrDefault(key, NONE);
    }

    /** The same with other locks below a key; there are never fewer than before. */
    Locks with(String key, Locks locks) {
        if (below(key) == locks) {
            return this;
        }
        Map<String, Locks> more = new LinkedHashMap<>(below);
        more.put(key, locks);
        return new Locks(here, more);
    }

    /** The same with this place locked; the first lock of a place stays. */
    Locks locked(Lock lock) {
        return here == null ? new Locks(lock, below) : this;
    }
}
