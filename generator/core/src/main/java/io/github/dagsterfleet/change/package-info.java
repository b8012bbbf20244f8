/**
 * Disk against artifacts. Comes in: what a repo or environment should have, its manifest, and what stands there. Goes
 * out: a {@link io.github.dagsterfleet.change.ChangePlan}; and, for shells that write, the only code that writes files.
 */
@NullMarked
package io.github.dagsterfleet.change;

import org.jspecify.annotations.NullMarked;
