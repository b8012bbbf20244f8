package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.schema.ExclusiveGroup;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * List operators where lists are replaced as a whole: {@code $remove}, {@code $prepend}, {@code $append}, in this order.
 * Items may repeat here; a removal takes every one that is equal.
 */
final class ListEdit extends Patch {
    private final Optional<Sequence> remove;
    private final Optional<Sequence> prepend;
    private final Optional<Sequence> append;

    /** At least one of the operators is there. */
    ListEdit(Span span, Optional<Sequence> remove, Optional<Sequence> prepend, Optional<Sequence> append) {
        super(span);
        this.remove = remove;
        this.prepend = prepend;
        this.append = append;
    }

    @Override
    Slot apply(Slot before, Place at, Pass pass) {
        if (before.value().filter(node -> !(node instanceof Sequence)).isPresent()) {
            return pass.refuse(before, Refusals.kindClash(at, "a list", span(), before));
        }
        List<Node> items = new ArrayList<>(
                before.value().map(list -> ((Sequence) list).items()).orElse(List.of()));
        int errors = pass.errors();
        remove.ifPresent(gone -> remove(items, gone, at, pass));
        if (pass.errors() > errors) {
            return before;
        }
        prepend.ifPresent(added -> items.addAll(0, written(added, pass)));
        append.ifPresent(added -> items.addAll(written(added, pass)));
        return pass.settle(before, before.with(new Sequence(items, trace(before, pass))), at, span());
    }

    private static void remove(List<Node> items, Sequence gone, Place at, Pass pass) {
        for (Node item : gone.items()) {
            if (!items.removeIf(item::sameValue)) {
                List<String> there = items.stream().map(Items::words).toList();
                pass.refuse(Slot.BLANK, Refusals.itemNotThere(at, item, item.span(), there));
            }
        }
    }

    private static List<Node> written(Sequence added, Pass pass) {
        return ((Sequence) Whole.Said.write(pass, Verb.SET, added, Slot.BLANK)).items();
    }

    private Trace trace(Slot before, Pass pass) {
        List<Step> steps = new ArrayList<>(3);
        remove.ifPresent(list -> steps.add(pass.step(Verb.REMOVED, list.span())));
        prepend.ifPresent(list -> steps.add(pass.step(Verb.PREPENDED, list)));
        append.ifPresent(list -> steps.add(pass.step(Verb.APPENDED, list)));
        return before.edited(steps);
    }

    @Override
    Optional<Node> said() {
        return Optional.empty();
    }

    @Override
    boolean sets(ExclusiveGroup.Member member, int depth, Optional<Node> after) {
        return prepend.filter(list -> Members.has(list, member, depth)).isPresent()
                || append.filter(list -> Members.has(list, member, depth)).isPresent();
    }
}
