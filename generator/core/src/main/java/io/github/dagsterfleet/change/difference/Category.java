package io.github.dagsterfleet.change.difference;

/** What a difference touches, in the order in which people want to know. */
public enum Category {
    /** A schedule may start, stop or run twice. */
    STARTS_OR_STOPS("starts or stops work"),
    IMAGE("image"),
    /** Told by their names alone. */
    VARIABLES("variables"),
    CONFIGURATION("configuration");

    private final String heading;

    Category(String heading) {
        this.heading = heading;
    }

    /** On screens, and in JSON. */
    public String heading() {
        return heading;
    }
}
