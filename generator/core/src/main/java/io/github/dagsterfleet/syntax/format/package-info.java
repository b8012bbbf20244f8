/** Which file is of which format: the one place that knows all four. */
@NullMarked
package io.github.dagsterfleet.syntax.format;

import org.jspecify.annotations.NullMarked;
