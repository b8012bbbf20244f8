package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.schema.ExclusiveGroup;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.text.Span;
import java.util.Optional;

/** {@code {$replace: value}}: this value stands alone, whatever stood here. */
final class ReplacePatch extends Patch {
    private final Node value;

    ReplacePatch(Span span, Node value) {
        super(span);
        this.value = value;
    }

    Node value() {
        return value;
    }

    @Override
    Slot apply(Slot before, Place at, Pass pass) {
        Slot after = before.with(Whole.Said.write(pass, Verb.REPLACED, value, before));
        return pass.settle(before, after, at, span());
    }

    @Override
    Optional<Node> said() {
        return Optional.empty();
    }

    @Override
    boolean sets(ExclusiveGroup.Member member, int depth, Optional<Node> after) {
        return Members.has(value, member, depth);
    }
}
