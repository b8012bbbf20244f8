/**
 * Questions over traces: the layer order of a target, its merged facts, why one value is what it is. Comes in: a target.
 * Goes out: an {@link io.github.dagsterfleet.explain.Explanation}, and that as text or as JSON. Reads no file and decides
 * nothing: what is not in a trace is not told.
 */
@NullMarked
package io.github.dagsterfleet.explain;

import org.jspecify.annotations.NullMarked;
