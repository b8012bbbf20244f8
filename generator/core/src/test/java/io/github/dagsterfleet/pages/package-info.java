/**
 * The pages below {@code generator/docs/findings/}, run as tests: what each calls bad prints exactly what it shows, what
 * it calls good prints nothing. Beside them the golden cases of bad input that need no page of their own.
 */
@NullMarked
package io.github.dagsterfleet.pages;

import org.jspecify.annotations.NullMarked;
