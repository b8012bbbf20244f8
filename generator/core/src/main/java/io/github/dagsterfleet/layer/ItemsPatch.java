package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.schema.ExclusiveGroup;
import io.github.dagsterfleet.schema.ListPolicy;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plain list whose items are told apart: an item that is there merges in its place, others go last. */
final class ItemsPatch extends Patch {
    private final List<Item> items;
    private final ListPolicy policy;
    private final Optional<Node> said;

    ItemsPatch(Span span, List<Item> items, ListPolicy policy) {
        super(span);
        this.items = List.copyOf(items);
        this.policy = policy;
        this.said = said(span, this.items);
    }

    /**
     * One item.
     *
     * @param key as {@link Items#key} has it
     */
    record Item(Object key, Patch patch) {}

    List<Item> items() {
        return items;
    }

    @Override
    Slot apply(Slot before, Place at, Pass pass) {
        if (before == Slot.BLANK && said.isPresent() && at.cover().isEmpty()) {
            return before.with(Whole.Said.write(pass, Verb.SET, said.get(), before));
        }
        if (before.value().filter(node -> !(node instanceof Sequence)).isPresent()) {
            return pass.refuse(before, Refusals.kindClash(at, "a list", span(), before));
        }
        ItemsDraft draft = new ItemsDraft(before, policy);
        merge(draft, at, pass);
        if (items.isEmpty()) {
            Slot after = before.isAbsent() ? draft.finish(before.won(step(Verb.SET, pass))) : before;
            return pass.settle(before, after, at, span());
        }
        if (draft.isUnchanged()) {
            return before;
        }
        return draft.finish(
                before.isAbsent() ? before.won(step(Verb.SET, pass)) : before.touched(step(Verb.MERGED, pass)));
    }

    /** Merges each item into the one with its key; new ones go last. */
    void merge(ItemsDraft draft, Place at, Pass pass) {
        for (Item item : items) {
            Slot slot = draft.at(item.key);
            draft.put(item.key, slot, item.patch.apply(slot, draft.place(item.key, at), pass));
        }
    }

    /** The step of this list at the list itself. */
    Step step(Verb verb, Pass pass) {
        return said.map(node -> pass.step(verb, node)).orElseGet(() -> pass.step(verb, span()));
    }

    @Override
    Optional<Node> said() {
        return said;
    }

    private static Optional<Node> said(Span span, List<Item> items) {
        List<Node> plain = new ArrayList<>(items.size());
        for (Item item : items) {
            item.patch.said().ifPresent(plain::add);
        }
        return plain.size() == items.size() ? Optional.of(new Sequence(plain, span)) : Optional.empty();
    }

    @Override
    boolean sets(ExclusiveGroup.Member member, int depth, Optional<Node> after) {
        return depth == member.path().size() && (member.item().isEmpty() || hasItem(member));
    }

    private boolean hasItem(ExclusiveGroup.Member member) {
        return items.stream().anyMatch(item -> item.patch
                .said()
                .filter(node -> Members.is(node, member))
                .isPresent());
    }
}
