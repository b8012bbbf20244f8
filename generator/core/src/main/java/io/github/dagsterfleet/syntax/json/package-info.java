/**
 * JSON. Jackson's streaming parser tells kinds and texts; ends of tokens and duplicate keys are found here. Written with
 * two spaces for each level, and a list of scalars on one line.
 */
@NullMarked
package io.github.dagsterfleet.syntax.json;

import org.jspecify.annotations.NullMarked;
