package io.github.dagsterfleet.history;

import java.util.Comparator;

/** One repo in one environment. */
record Place(String repo, String environment) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::repo).thenComparing(Place::environment);

    /** The knob of its overlay. */
    String overlay() {
        return repo + "." + environment;
    }

    String folder() {
        return "repos/" + repo + "/generated/" + environment;
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
