package io.github.dagsterfleet.history;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the oracle knows of one commit.
 *
 * @param parents ids of the commits that it comes from
 * @param files what is generated for each place
 * @param releases the text of each repo's release.yaml; empty where there is none
 */
record Snapshot(
        List<String> parents,
        Sources sources,
        SortedMap<Place, Pinned> pins,
        SortedMap<Place, SortedMap<String, String>> files,
        Map<String, String> releases) {
    Snapshot {
        pins = Collections.unmodifiableSortedMap(new TreeMap<>(pins));
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        releases = Map.copyOf(releases);
    }
}
