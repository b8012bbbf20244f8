/**
 * What Dagster's tools say of one file: L2, L3, the agent and dg, each rule a class. Comes in: a file of any folder, ours
 * or not. Goes out: findings, each with the {@link io.github.dagsterfleet.finding.Judge} that would refuse the file, or
 * without one where only we do. Rules read and never change anything, and no rule counts on another.
 */
@NullMarked
package io.github.dagsterfleet.rule.file;

import org.jspecify.annotations.NullMarked;
