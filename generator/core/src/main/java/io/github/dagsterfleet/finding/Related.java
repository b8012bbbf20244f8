package io.github.dagsterfleet.finding;

import io.github.dagsterfleet.secret.Redaction;

/** Another place that took part in a finding. */
public record Related(String message, Site site) {
    public Related {
        message = Brief.of(message);
    }

    Related redacted(Redaction redaction) {
        return new Related(redaction.of(message), site.redacted(redaction));
    }
}
