package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.schema.ExclusiveGroup;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.Optional;

/** A plain list where lists are replaced: the higher one stands alone. */
final class ListPatch extends Patch {
    private final Sequence list;

    ListPatch(Sequence list) {
        super(list.span());
        this.list = list;
    }

    @Override
    Slot apply(Slot before, Place at, Pass pass) {
        if (before.value().filter(node -> !(node instanceof Sequence)).isPresent()) {
            return pass.refuse(before, Refusals.kindClash(at, list.kind(), span(), before));
        }
        boolean same = before.value().filter(list::sameValue).isPresent();
        Verb verb = before.isAbsent() ? Verb.SET : same ? Verb.RESTATED : Verb.OVERRIDDEN;
        Node items = Whole.Said.write(pass, Verb.SET, list, Slot.BLANK);
        Slot after = before.with(items.withOrigin(before.won(pass.step(verb, list))));
        return same ? pass.same(before, after, at, span()) : pass.change(before, after, at, span());
    }

    @Override
    Optional<Node> said() {
        return Optional.of(list);
    }

    @Override
    boolean sets(ExclusiveGroup.Member member, int depth, Optional<Node> after) {
        return Members.has(list, member, depth);
    }
}
