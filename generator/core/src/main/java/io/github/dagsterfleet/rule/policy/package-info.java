/**
 * What Dagster takes and an organisation does not: privileged containers, paths of the host, placeholders left in. Comes
 * in: a location as Dagster+ would get it, derived from a fleet or read from a file of others. Goes out: findings at the
 * line that has to change, without those that a waiver of base.yaml lets through. A policy reads and never changes
 * anything, and none counts on another.
 */
@NullMarked
package io.github.dagsterfleet.rule.policy;

import org.jspecify.annotations.NullMarked;
