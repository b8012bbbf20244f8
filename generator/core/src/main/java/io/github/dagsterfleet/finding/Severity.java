package io.github.dagsterfleet.finding;

import java.util.Locale;

/** How bad a finding is: an error stops its file, its target or its repo; a warning stops nothing. */
public enum Severity {
    ERROR,
    WARNING;

    /** The word on the screen and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
