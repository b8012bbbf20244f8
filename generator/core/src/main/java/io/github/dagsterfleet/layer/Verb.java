package io.github.dagsterfleet.layer;

import java.util.Locale;

/** What a step did to a value. */
public enum Verb {
    SET,
    OVERRIDDEN,
    RESTATED,
    MERGED,
    APPENDED,
    PREPENDED,
    REMOVED,
    DISPLACED,
    RESET,
    REPLACED,
    LOCKED,
    /** The value of a reference was put in. */
    REFERRED,
    /** The derive stage made this from other values. */
    DERIVED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
