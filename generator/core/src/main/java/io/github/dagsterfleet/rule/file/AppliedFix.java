package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Help;
import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.text.Span;

/**
 * One thing that was mended.
 *
 * @param place where it stood
 */
public record AppliedFix(Finding finding, Help help, Span place) {
    /** The same without any secret, for whoever prints it. */
    public AppliedFix redacted(Redaction redaction) {
        return new AppliedFix(finding.redacted(redaction), help.redacted(redaction), redaction.of(place));
    }
}
