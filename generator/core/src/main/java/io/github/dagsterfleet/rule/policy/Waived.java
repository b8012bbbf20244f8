package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Finding;

/** A finding that a waiver lets through. */
public record Waived(Finding finding, Waiver waiver) {}
