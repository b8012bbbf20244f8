/** The façade: one workspace, and what can be done with it. Wiring only; every decision is made in a package below. */
@NullMarked
package io.github.dagsterfleet;

import org.jspecify.annotations.NullMarked;
