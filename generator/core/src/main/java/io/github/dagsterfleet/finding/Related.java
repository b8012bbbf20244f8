package io.github.dagsterfleet.finding;

import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.text.Span;
import java.util.function.UnaryOperator;

/** Another place that took part in a finding. */
public record Related(String message, Site site) {
    public Related {
        message = Brief.of(message);
    }

    Related placed(UnaryOperator<Span> place) {
        return new Related(message, site.placed(place));
    }

    Related redacted(Redaction redaction) {
        return new Related(redaction.of(message), site.redacted(redaction));
    }
}
