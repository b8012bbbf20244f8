/**
 * What only several files of one checkout tell together. Comes in: the files of a folder that holds a dagster_cloud.yaml,
 * or rendered documents over a team's checkout. Goes out: findings, each in the file that has to change, with a note at
 * the other. What is wrong with a file by itself is said by {@code rule.file}, and nothing here counts on it: a file that
 * cannot be read is not there. Rules read, never run anything, and never leave the checkout.
 */
@NullMarked
package io.github.dagsterfleet.rule.checkout;

import org.jspecify.annotations.NullMarked;
