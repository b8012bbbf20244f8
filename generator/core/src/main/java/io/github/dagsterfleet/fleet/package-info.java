/**
 * The organisation as typed facts. Comes in: the source set of a workspace. Goes out: a {@link
 * io.github.dagsterfleet.fleet.Fleet}, and for each repo and environment a {@link io.github.dagsterfleet.fleet.Target}
 * with merged, resolved, checked facts in which every value still knows where it came from.
 */
@NullMarked
package io.github.dagsterfleet.fleet;

import org.jspecify.annotations.NullMarked;
