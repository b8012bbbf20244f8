/**
 * What Dagster says: versions and pins, agents, the channels of environment variables, complete documents. Comes in: a
 * {@link io.github.dagsterfleet.fleet.Target}. Goes out: {@link io.github.dagsterfleet.dagster.Documents} that need no
 * decision any more, each node traced to the facts it was made from.
 */
@NullMarked
package io.github.dagsterfleet.dagster;

import org.jspecify.annotations.NullMarked;
