package io.github.dagsterfleet.change.difference;

import java.util.Optional;

/** On which side something stands. */
public enum Sign {
    ADDED('+'),
    REMOVED('-'),
    CHANGED('~');

    private final char mark;

    Sign(char mark) {
        this.mark = mark;
    }

    /** How people are shown it. */
    public char mark() {
        return mark;
    }

    /** Of something that stands on one side at least. */
    static Sign of(Optional<?> before, Optional<?> after) {
        if (before.isEmpty()) {
            return ADDED;
        }
        return after.isEmpty() ? REMOVED : CHANGED;
    }
}
