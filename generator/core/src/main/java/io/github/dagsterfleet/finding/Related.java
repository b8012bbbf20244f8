package io.github.dagsterfleet.finding;

/** Another place that took part in a finding. */
public record Related(String message, Site site) {
    public Related {
        message = Brief.of(message);
    }
}
