/**
 * The Maven shell: a goal's parameters in, one request to the core, one report in the build's log. Nothing is decided
 * here; what a finding says and what is written are the same as with the command.
 */
@NullMarked
package io.github.dagsterfleet.maven;

import org.jspecify.annotations.NullMarked;
