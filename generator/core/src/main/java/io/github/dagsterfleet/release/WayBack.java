package io.github.dagsterfleet.release;

import java.util.List;

/**
 * One repo on its way back to an earlier release.
 *
 * @param locations those that it has in the environment now
 * @param gone those of them that the earlier release does not have
 */
public record WayBack(Move move, List<String> locations, List<String> gone) {
    public WayBack {
        locations = List.copyOf(locations);
        gone = List.copyOf(gone);
    }

    /** Of one that takes nothing out. */
    static WayBack of(Move move) {
        return new WayBack(move, List.of(), List.of());
    }

    /** The same, with what the whole fleet has to say of the move. */
    public WayBack with(Move judged) {
        return new WayBack(judged, locations, gone);
    }
}
