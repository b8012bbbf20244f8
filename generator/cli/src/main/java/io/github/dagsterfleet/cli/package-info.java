/**
 * The command: reads arguments, asks the façade, prints. Comes in: arguments and two streams. Goes out: text or JSON, and
 * an exit code. Every decision is made in core; picocli only takes arguments apart.
 */
@NullMarked
package io.github.dagsterfleet.cli;

import org.jspecify.annotations.NullMarked;
