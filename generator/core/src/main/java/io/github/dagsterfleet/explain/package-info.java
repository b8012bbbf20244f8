/**
 * Questions over traces: the layer order of a target, its merged facts, why one value is what it is. Comes in: a target.
 * Goes out: answers as data, printed as text or JSON by the shells.
 */
@NullMarked
package io.github.dagsterfleet.explain;

import org.jspecify.annotations.NullMarked;
