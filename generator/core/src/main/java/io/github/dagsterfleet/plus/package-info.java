/**
 * Speaks with Dagster+, and nothing else does. Comes in: where Dagster+ is and as whom to speak, and the variables to
 * list, set or remove. Goes out: their names, or a finding that says what went wrong. Values go out in requests alone:
 * nothing here asks for one, and no finding, exception or {@code toString} holds one.
 */
@NullMarked
package io.github.dagsterfleet.plus;

import org.jspecify.annotations.NullMarked;
