package io.github.dagsterfleet.history;

/**
 * What was promoted to one place.
 *
 * @param commit the release
 * @param inputs the files that the repo takes from it
 * @param overlay what the overlay said then
 */
record Pinned(String commit, String inputs, String overlay, boolean held) {
    Pinned held(boolean now) {
        return new Pinned(commit, inputs, overlay, now);
    }
}
