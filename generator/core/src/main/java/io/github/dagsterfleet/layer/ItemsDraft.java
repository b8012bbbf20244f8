package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.schema.ListPolicy;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list in the making whose items are told apart, by key or, in a set, by themselves. */
final class ItemsDraft {
    private final Slot from;
    private final ListPolicy policy;
    private final Map<Object, Node> prepended = new LinkedHashMap<>();
    private final Map<Object, Node> items = new LinkedHashMap<>();
    private final Map<String, Trace> removed;
    private Locks locks;
    private boolean changed;

    ItemsDraft(Slot from, ListPolicy policy) {
        this.from = from;
        this.policy = policy;
        this.removed = removed(from, policy);
        this.locks = from.locks();
        from.value()
                .ifPresent(list -> ((Sequence) list).items().forEach(item -> items.put(Items.key(item, policy), item)));
    }

    /** Why items are gone; where the list itself is, all of them are. */
    private static Map<String, Trace> removed(Slot from, ListPolicy policy) {
        Map<String, Trace> removed = new LinkedHashMap<>(from.removed());
        Optional<Trace> gone = from.isAbsent() ? from.history() : Optional.empty();
        gone.ifPresent(list -> list.lost().filter(Sequence.class::isInstance).ifPresent(lost -> ((Sequence) lost)
                .items()
                .forEach(item -> removed.put(
                        Items.words(Items.key(item, policy)), Trace.of(item).gone(list.winner(), item)))));
        return removed;
    }

    boolean has(Object key) {
        return items.containsKey(key) || prepended.containsKey(key);
    }

    /** The identities of all items as words, for suggestions. */
    Collection<String> keys() {
        return items.keySet().stream().map(Items::words).toList();
    }

    /** What stands at an item by now. */
    Slot at(Object key) {
        Optional<Node> item = Optional.ofNullable(items.containsKey(key) ? items.get(key) : prepended.get(key));
        Trace gone = removed.get(Items.words(key));
        Slot absent = gone == null ? Slot.BLANK : Slot.BLANK.without(gone);
        return item.map(Slot.BLANK::with).orElse(absent).with(locks.below(Items.words(key)));
    }

    /** Where an item is. */
    Place place(Object key, Place list) {
        return list.item(key, policy, from);
    }

    /** Puts what has become of an item: in its place, or last when it is new. */
    void put(Object key, Slot before, Slot after) {
        put(prepended.containsKey(key) ? prepended : items, key, before, after);
    }

    /** Puts a new item behind those that were prepended already, before all others. */
    void prepend(Object key, Slot before, Slot after) {
        put(prepended, key, before, after);
    }

    private void put(Map<Object, Node> list, Object key, Slot before, Slot after) {
        if (before == after) {
            return;
        }
        changed = true;
        String words = Items.words(key);
        locks = locks.with(words, after.locks());
        removed.remove(words);
        if (after.value().isPresent()) {
            list.put(key, after.value().get());
        } else {
            list.remove(key);
            after.history().ifPresent(gone -> removed.put(words, gone));
        }
    }

    /** Whether nothing was put. */
    boolean isUnchanged() {
        return !changed;
    }

    /** The list with this trace. */
    Slot finish(Trace trace) {
        List<Node> all = new ArrayList<>(prepended.size() + items.size());
        all.addAll(prepended.values());
        all.addAll(items.values());
        Trace whole = removed.isEmpty() && trace.removed().isEmpty() ? trace : trace.withRemoved(removed);
        return from.with(new Sequence(all, whole)).with(locks);
    }
}
