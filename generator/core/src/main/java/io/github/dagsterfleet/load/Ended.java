package io.github.dagsterfleet.load;

import java.util.OptionalInt;

/**
 * A process that ran.
 *
 * @param code what it ended with; empty when it was stopped because its time was over
 * @param output the last of what it printed on either stream
 */
record Ended(OptionalInt code, String output) {
    boolean isWell() {
        return code.isPresent() && code.getAsInt() == 0;
    }
}
