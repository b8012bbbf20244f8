/**
 * What is done with the contract of one target's variables: a file of them for a laptop, and the comparison of what is
 * promised with what exists. Comes in the contract that {@code dagster} derived, or a file of it; goes out a text, or
 * findings with names alone.
 */
@NullMarked
package io.github.dagsterfleet.env;

import org.jspecify.annotations.NullMarked;
