package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.text.Span;
import java.util.Optional;

/**
 * One layer's act on one value.
 *
 * @param span where the layer says it
 * @param value what the layer said; empty for a removal, a reset or a lock
 */
public record Step(LayerName layer, Span span, Verb verb, Optional<Node> value) {}
