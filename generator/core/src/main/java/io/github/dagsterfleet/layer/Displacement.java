package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.layer.Locks.Lock;
import io.github.dagsterfleet.schema.ExclusiveGroup;
import io.github.dagsterfleet.schema.ExclusiveGroup.Member;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Span;
import java.util.List;
import java.util.Optional;

/** Drops the members of an exclusive group that lower layers set, because this part of a layer sets another. */
final class Displacement {
    private final Member winner;
    private final Span by;
    private final Place at;
    private final Pass pass;

    /**
     * @param winner the member that is set
     * @param by where it is set
     * @param at the mapping that has the group
     */
    Displacement(Member winner, Span by, Place at, Pass pass) {
        this.winner = winner;
        this.by = by;
        this.at = at;
        this.pass = pass;
    }

    /** @param mapping what stood at the mapping before its keys were applied, for its locks */
    void dropOthers(ExclusiveGroup group, MappingDraft draft, Slot mapping) {
        for (Member member : group.members()) {
            if (!member.equals(winner)) {
                dropBelow(draft, mapping, member, 0, at);
            }
        }
    }

    private void dropBelow(MappingDraft draft, Slot mapping, Member member, int depth, Place place) {
        String key = member.path().get(depth);
        Slot slot = draft.at(key);
        if (slot.value().isPresent()) {
            Scalar name = Scalar.string(key, by);
            draft.put(name, slot, drop(slot, member, depth + 1, place.below(key, mapping)));
        }
    }

    /** What is left of a slot to which {@code depth} keys of the member's path have led. */
    private Slot drop(Slot slot, Member member, int depth, Place place) {
        if (!slot.value().filter(node -> Members.has(node, member, depth)).isPresent()) {
            return slot;
        }
        if (depth < member.path().size()) {
            MappingDraft draft = new MappingDraft(slot);
            dropBelow(draft, slot, member, depth, place);
            return draft.isUnchanged() ? slot : draft.finish(slot.touched(step()));
        }
        Optional<Lock> lock = place.lock(slot);
        if (lock.isPresent()) {
            return pass.refuse(slot, Refusals.lockedMember(member, winner, by, lock.get()));
        }
        return member.item().isEmpty() ? slot.gone(step()) : withoutItem(slot, member);
    }

    private Slot withoutItem(Slot slot, Member member) {
        List<Node> items = slot.value().map(node -> ((Sequence) node).items()).orElseThrow().stream()
                .filter(item -> !Members.is(item, member))
                .toList();
        return slot.with(new Sequence(items, slot.touched(step())));
    }

    private Step step() {
        return pass.step(Verb.DISPLACED, by);
    }
}
