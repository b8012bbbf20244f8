package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.schema.ExclusiveGroup;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.text.Span;
import java.util.Optional;

/** {@code {$reset: layer}}: what stood here after that layer stands here again, which may be nothing. */
final class ResetPatch extends Patch {
    private final LayerName layer;

    ResetPatch(Span span, LayerName layer) {
        super(span);
        this.layer = layer;
    }

    @Override
    Slot apply(Slot before, Place at, Pass pass) {
        Optional<Slot> snapshot = pass.earlier().after(layer);
        if (snapshot.isEmpty()) {
            return pass.refuse(before, Refusals.noSnapshot(layer, span(), pass.layer(), pass.earlier()));
        }
        Optional<Node> restored = at.in(snapshot.get()).value();
        Step reset = pass.step(Verb.RESET, span());
        Slot after = restored.map(node -> before.with(new Whole.Restored(reset).over(before, node)))
                .orElseGet(() -> before.isAbsent() ? before : before.gone(reset));
        return pass.settle(before, after, at, span());
    }

    @Override
    Optional<Node> said() {
        return Optional.empty();
    }

    @Override
    boolean sets(ExclusiveGroup.Member member, int depth, Optional<Node> after) {
        boolean atMember = depth == member.path().size() && member.item().isEmpty();
        return atMember
                || after.filter(node -> Members.has(node, member, depth)).isPresent();
    }
}
