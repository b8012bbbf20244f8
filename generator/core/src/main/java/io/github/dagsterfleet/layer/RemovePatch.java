package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.schema.ExclusiveGroup;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.text.Span;
import java.util.Optional;

/** {@code {$remove: true}}: nothing stands here any more. */
final class RemovePatch extends Patch {
    RemovePatch(Span span) {
        super(span);
    }

    @Override
    Slot apply(Slot before, Place at, Pass pass) {
        if (before.isAbsent()) {
            return pass.refuse(before, Refusals.nothingToRemove(at, span()));
        }
        Slot after = before.gone(pass.step(Verb.REMOVED, span()));
        return pass.change(before, after, at, span());
    }

    @Override
    Optional<Node> said() {
        return Optional.empty();
    }

    @Override
    boolean sets(ExclusiveGroup.Member member, int depth, Optional<Node> after) {
        return false;
    }
}
