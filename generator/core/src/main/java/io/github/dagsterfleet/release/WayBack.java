package io.github.dagsterfleet.release;

import java.util.List;

/**
 * One repo on its way back to an earlier release.
 *
 * @param locations those that it has in the environment now
 */
public record WayBack(Move move, List<String> locations) {
    public WayBack {
        locations = List.copyOf(locations);
    }

    /** Of one that takes nothing out. */
    static WayBack of(Move move) {
        return new WayBack(move, List.of());
    }

    /** The same, with what the whole fleet has to say of the move. */
    public WayBack with(Move judged) {
        return new WayBack(judged, locations);
    }
}
