/**
 * What no single file and no single repo can tell, each rule a class, listed in {@link
 * io.github.dagsterfleet.rule.fleet.FleetRules}. Comes in: what is kept of every repo, and the shared files. Goes out:
 * findings, each once for the whole fleet, with every place that took part as a note. Rules read and never change
 * anything, no rule counts on another, and each takes time in proportion to the fleet.
 */
@NullMarked
package io.github.dagsterfleet.rule.fleet;

import org.jspecify.annotations.NullMarked;
