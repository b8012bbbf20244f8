package io.github.dagsterfleet.change.difference;

import java.util.ArrayList;
import java.util.List;

/** Groups of one cause in the same repos and environments, for which these are told once. */
record Cluster(List<Group> groups) {
    Cluster {
        groups = List.copyOf(groups);
    }

    /** @param groups in the order in which they are told */
    static List<Cluster> of(List<Group> groups) {
        List<Cluster> clusters = new ArrayList<>();
        List<Group> together = new ArrayList<>();
        for (Group group : groups) {
            if (!together.isEmpty() && !together.get(0).isAbout(group)) {
                clusters.add(new Cluster(together));
                together = new ArrayList<>();
            }
            together.add(group);
        }
        if (!together.isEmpty()) {
            clusters.add(new Cluster(together));
        }
        return clusters;
    }

    Group first() {
        return groups.get(0);
    }

    Category category() {
        return first().category();
    }
}
