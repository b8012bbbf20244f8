package io.github.dagsterfleet.history;

/**
 * What was promoted to one place.
 *
 * @param commit the release
 * @param inputs the files that the repo takes from it
 */
record Pinned(String commit, String inputs, boolean held) {
    Pinned held(boolean now) {
        return new Pinned(commit, inputs, now);
    }
}
