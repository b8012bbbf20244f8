/**
 * How findings are printed: as text for a person, and as JSON, SARIF, GitHub's and GitLab's own forms for machines. Comes
 * in: findings in any order. Goes out: one text, findings sorted and each once, in which nothing that a file holds can act
 * on the screen or page that shows it.
 */
@NullMarked
package io.github.dagsterfleet.finding.report;

import org.jspecify.annotations.NullMarked;
