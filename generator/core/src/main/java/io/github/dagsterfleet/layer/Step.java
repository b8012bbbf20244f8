package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.Span;
import java.util.Optional;

/**
 * One layer's act on one value.
 *
 * @param span where the layer says it
 * @param value what the layer said: of a lock, its reason; empty for a removal or a reset
 */
public record Step(LayerName layer, Span span, Verb verb, Optional<Node> value) {
    /** Why a lock was put here; empty for any other step. */
    public Optional<Scalar> reason() {
        return verb == Verb.LOCKED ? value.map(Scalar.class::cast) : Optional.empty();
    }
}
