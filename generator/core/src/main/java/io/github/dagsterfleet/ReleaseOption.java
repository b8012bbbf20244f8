package io.github.dagsterfleet;

import java.util.Locale;

/** What may be said about releases, beside repos and their environment. */
public enum ReleaseOption {
    RING,
    GROUP,
    ALL,
    PLAN,
    HOTFIX,
    SAME_RELEASE,
    REASON,
    UNTIL,
    LIFT,
    TO,
    OVERLAYS,
    ALLOW_REMOVE,
    LOCATION,
    IMAGE;

    /** {@code same-release}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
