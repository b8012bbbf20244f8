package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.layer.ItemsPatch.Item;
import io.github.dagsterfleet.schema.ExclusiveGroup;
import io.github.dagsterfleet.schema.ListPolicy;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * List operators where items are told apart: {@code $remove}, {@code $merge}, {@code $prepend}, {@code $append}, in this
 * order. An item that cannot be removed or added fails the whole; one that cannot be merged stays as it was.
 */
final class ItemsEdit extends Patch {
    private final ListPolicy policy;
    private final Optional<Removals> remove;
    private final Optional<ItemsPatch> merge;
    private final Optional<ItemsPatch> prepend;
    private final Optional<ItemsPatch> append;

    /** At least one of the operators is there. */
    ItemsEdit(
            Span span,
            ListPolicy policy,
            Optional<Removals> remove,
            Optional<ItemsPatch> merge,
            Optional<ItemsPatch> prepend,
            Optional<ItemsPatch> append) {
        super(span);
        this.policy = policy;
        this.remove = remove;
        this.merge = merge;
        this.prepend = prepend;
        this.append = append;
    }

    /** The operand of {@code $remove}. */
    record Removals(Span span, List<Removal> items) {
        Removals {
            items = List.copyOf(items);
        }
    }

    /**
     * An item that has to go.
     *
     * @param key as {@link Items#key} has it
     */
    record Removal(Object key, Span span) {}

    @Override
    Slot apply(Slot before, Place at, Pass pass) {
        if (before.value().filter(node -> !(node instanceof Sequence)).isPresent()) {
            return pass.refuse(before, Refusals.kindClash(at, "a list", span(), before));
        }
        ItemsDraft draft = new ItemsDraft(before, policy);
        int errors = pass.errors();
        remove.ifPresent(removals -> remove(draft, removals, at, pass));
        boolean failed = pass.errors() > errors;
        merge.ifPresent(items -> items.merge(draft, at, pass));
        errors = pass.errors();
        prepend.ifPresent(items -> add(draft, items, Verb.PREPENDED, at, pass));
        append.ifPresent(items -> add(draft, items, Verb.APPENDED, at, pass));
        if (failed || pass.errors() > errors) {
            return before;
        }
        if (draft.isUnchanged() && !before.isAbsent()) {
            return pass.same(before, before, at, span());
        }
        Slot after = draft.finish(before.edited(steps(pass)));
        return draft.isUnchanged() ? pass.change(before, after, at, span()) : after;
    }

    private void remove(ItemsDraft draft, Removals removals, Place at, Pass pass) {
        for (Removal removal : removals.items) {
            Slot slot = draft.at(removal.key);
            if (slot.isAbsent()) {
                pass.refuse(slot, Refusals.itemNotThere(at, removal.key, removal.span, draft.keys()));
            } else {
                Slot gone = slot.gone(pass.step(Verb.REMOVED, removal.span));
                draft.put(removal.key, slot, pass.change(slot, gone, draft.place(removal.key, at), removal.span));
            }
        }
    }

    private void add(ItemsDraft draft, ItemsPatch items, Verb verb, Place at, Pass pass) {
        for (Item item : items.items()) {
            Slot slot = draft.at(item.key());
            if (!slot.isAbsent()) {
                pass.refuse(slot, Refusals.itemAlreadyThere(at, item, verb, slot));
            } else {
                Slot added = item.patch().apply(slot, draft.place(item.key(), at), pass);
                if (verb == Verb.PREPENDED) {
                    draft.prepend(item.key(), slot, added);
                } else {
                    draft.put(item.key(), slot, added);
                }
            }
        }
    }

    /** One step for each operator, in the order in which they are executed. */
    private List<Step> steps(Pass pass) {
        List<Step> steps = new ArrayList<>(4);
        remove.ifPresent(removals -> steps.add(pass.step(Verb.REMOVED, removals.span)));
        merge.ifPresent(items -> steps.add(items.step(Verb.MERGED, pass)));
        prepend.ifPresent(items -> steps.add(items.step(Verb.PREPENDED, pass)));
        append.ifPresent(items -> steps.add(items.step(Verb.APPENDED, pass)));
        return steps;
    }

    @Override
    Optional<Node> said() {
        return Optional.empty();
    }

    @Override
    boolean sets(ExclusiveGroup.Member member, int depth, Optional<Node> after) {
        return sets(merge, member, depth) || sets(prepend, member, depth) || sets(append, member, depth);
    }

    private static boolean sets(Optional<ItemsPatch> items, ExclusiveGroup.Member member, int depth) {
        return items.filter(list -> list.sets(member, depth, Optional.empty())).isPresent();
    }
}
