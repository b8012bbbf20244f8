package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping in the making: begins with what stood, copies it when the first key changes. */
final class MappingDraft {
    private final Slot from;
    private Mapping.@Nullable Builder keys;
    private Map<String, Trace> removed;
    private Locks locks;

    MappingDraft(Slot from) {
        this.from = from;
        this.removed = from.removed();
        this.locks = from.locks();
    }

    /** What stands below a key by now. */
    Slot at(String key) {
        if (keys == null) {
            return from.below(key);
        }
        Trace gone = removed.get(key);
        Slot absent = gone == null ? Slot.BLANK : Slot.BLANK.without(gone);
        return keys.get(key).map(Slot.BLANK::with).orElse(absent).with(locks.below(key));
    }

    /** Puts what a patch has made of the slot below a key. */
    void put(Scalar key, Slot before, Slot after) {
        if (before == after) {
            return;
        }
        if (keys == null) {
            keys = builder();
        }
        String name = key.text();
        if (after.value().isPresent()) {
            keys.put(key, after.value().get());
        } else {
            keys.remove(name);
        }
        note(name, after);
        locks = locks.with(name, after.locks());
    }

    private void note(String name, Slot after) {
        Trace gone = after.isAbsent() ? after.history().orElse(null) : null;
        if (gone == null && !removed.containsKey(name)) {
            return;
        }
        removed = new LinkedHashMap<>(removed);
        if (gone == null) {
            removed.remove(name);
        } else {
            removed.put(name, gone);
        }
    }

    private Mapping.Builder builder() {
        return from.value().map(value -> ((Mapping) value).toBuilder()).orElseGet(Mapping::builder);
    }

    /** Whether nothing was put. */
    boolean isUnchanged() {
        return keys == null;
    }

    /** Whether the mapping would have no key. */
    boolean isEmpty() {
        return keys == null
                ? from.value().map(value -> ((Mapping) value).isEmpty()).orElse(true)
                : keys.isEmpty();
    }

    /** The mapping with this trace. Not to be used any more after that. */
    Slot finish(Trace trace) {
        Mapping.Builder all = keys == null ? builder() : keys;
        Trace whole = removed == trace.removed() ? trace : trace.withRemoved(removed);
        return from.with(all.build(whole)).with(locks);
    }
}
