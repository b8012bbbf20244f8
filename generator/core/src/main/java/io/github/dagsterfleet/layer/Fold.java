package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.schema.Shape;

/**
 * Folds stacks. Keeps the states of shared prefixes, so that five hundred repos on one agent fold base, environment and
 * agent once. Safe for use by several threads; the result does not depend on what is kept.
 */
public final class Fold {
    /** @param shape of the tree that the stack folds to, which names list policies and exclusive groups */
    public Folded fold(LayerStack stack, Shape shape) {
        throw new IllegalStateException("being written: " + stack + shape);
    }
}
