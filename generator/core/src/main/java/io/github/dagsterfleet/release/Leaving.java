package io.github.dagsterfleet.release;

import java.util.List;

/**
 * A repo, or some of its locations, on the way out of an environment.
 *
 * @param gone the locations that no longer run there
 */
public record Leaving(Move move, List<String> gone) {
    public Leaving {
        gone = List.copyOf(gone);
    }

    /** The same, with what the whole fleet has to say of the move. */
    public Leaving with(Move judged) {
        return new Leaving(judged, gone);
    }
}
