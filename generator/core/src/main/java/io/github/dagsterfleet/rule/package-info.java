/**
 * What Dagster's tools say of a file: L2 to L4 over parsed files, each rule a class. Comes in: files of any folder, ours
 * or not. Goes out: findings, each with the {@link io.github.dagsterfleet.finding.Judge} that would refuse the file, or
 * without one where only we do. Rules read and never change anything, and no rule counts on another.
 */
@NullMarked
package io.github.dagsterfleet.rule;

import org.jspecify.annotations.NullMarked;
