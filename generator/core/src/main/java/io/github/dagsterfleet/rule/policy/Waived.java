package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.secret.Redaction;

/** A finding that a waiver lets through. */
public record Waived(Finding finding, Waiver waiver) {
    /** The same without any secret, for whoever prints it. */
    public Waived redacted(Redaction redaction) {
        return new Waived(finding.redacted(redaction), waiver.redacted(redaction));
    }
}
