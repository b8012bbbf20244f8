/**
 * What an environment listed under {@code promoted:} renders from. Comes in: the files of releases, and the history of the
 * workspace. Goes out: what repos are in such an environment, and what a promotion would change.
 */
@NullMarked
package io.github.dagsterfleet.release;

import org.jspecify.annotations.NullMarked;
