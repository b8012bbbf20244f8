/**
 * Patches, stacks, the fold, traces and references: merge.md and nothing else. Comes in: a layer's tree as read. Goes
 * out: one merged tree per stack, in which every node's origin is a {@link io.github.dagsterfleet.layer.Trace}. States
 * are immutable, so the fold of a shared prefix of layers is kept and resumed.
 */
@NullMarked
package io.github.dagsterfleet.layer;

import org.jspecify.annotations.NullMarked;
