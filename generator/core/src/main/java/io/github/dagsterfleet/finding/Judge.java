package io.github.dagsterfleet.finding;

import java.util.Locale;

/** Who refuses a file first, in the order in which a file meets them: the layer that a finding speaks for. */
public enum Judge {
    /** The loader of the format, as Dagster uses it. */
    SYNTAX,
    /** The models of the {@code dagster-cloud} command. */
    CLI,
    /** The schema that Dagster+ applies to each location on deploy. */
    DEPLOY,
    /** What the agent makes of a location when it launches it. */
    AGENT,
    /** The {@code dg} command's own check of its settings. */
    DG;

    /** As JSON has it: {@code deploy}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
