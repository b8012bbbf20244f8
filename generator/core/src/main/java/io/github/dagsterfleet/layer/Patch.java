package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.schema.ExclusiveGroup;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.text.Span;
import java.util.Optional;

/**
 * What one part of one layer says at a path: a scalar, keys, a list, or an operator. Made by {@link LayerReader}, which
 * has already bound it to its schema: a patch knows its list policy and its exclusive groups. Each case of merge.md is
 * one class. Immutable; two patches are equal only when they are the same saying.
 */
public abstract sealed class Patch
        permits ScalarPatch,
                MappingPatch,
                ListPatch,
                ItemsPatch,
                RemovePatch,
                ResetPatch,
                ReplacePatch,
                ListEdit,
                ItemsEdit,
                LockPatch {
    private final Span span;

    Patch(Span span) {
        this.span = span;
    }

    /** Where it is said. */
    final Span span() {
        return span;
    }

    /**
     * merge.md's {@code apply(v, p)} at path q.
     *
     * @return what stands at the path afterwards; {@code before} itself when nothing was done, because of an error say
     */
    abstract Slot apply(Slot before, Place at, Pass pass);

    /** The plain value that this says; empty when an operator takes part, here or below. */
    abstract Optional<Node> said();

    /**
     * Whether this sets a member of an exclusive group: any patch at the member's path does, but {@code $remove}.
     *
     * @param depth how many keys of the member's path lead here
     * @param after what stands here now that this was applied; empty for nothing, and before it was
     */
    abstract boolean sets(ExclusiveGroup.Member member, int depth, Optional<Node> after);
}
