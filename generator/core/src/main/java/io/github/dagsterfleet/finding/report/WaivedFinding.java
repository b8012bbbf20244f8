package io.github.dagsterfleet.finding.report;

import io.github.dagsterfleet.finding.Finding;

/**
 * A finding that is let through.
 *
 * @param owner who answers for that
 * @param until the last day, {@code 2027-02-28}
 */
public record WaivedFinding(Finding finding, String reason, String owner, String until) {}
