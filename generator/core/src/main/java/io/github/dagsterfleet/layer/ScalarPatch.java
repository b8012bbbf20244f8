package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.schema.ExclusiveGroup;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Optional;

/** {@code key: value}: the higher layer wins. */
final class ScalarPatch extends Patch {
    private final Scalar value;

    ScalarPatch(Scalar value) {
        super(value.span());
        this.value = value;
    }

    @Override
    Slot apply(Slot before, Place at, Pass pass) {
        if (before.value().filter(node -> !(node instanceof Scalar)).isPresent()) {
            return pass.refuse(before, Refusals.kindClash(at, value.kind(), span(), before));
        }
        boolean same = before.value().filter(value::sameValue).isPresent();
        Verb verb = before.isAbsent() ? Verb.SET : same ? Verb.RESTATED : Verb.OVERRIDDEN;
        Slot after = before.with(value.withOrigin(before.won(pass.step(verb, value))));
        return same ? pass.same(before, after, at, span()) : pass.change(before, after, at, span());
    }

    @Override
    Optional<Node> said() {
        return Optional.of(value);
    }

    @Override
    boolean sets(ExclusiveGroup.Member member, int depth, Optional<Node> after) {
        return Members.has(value, member, depth);
    }
}
