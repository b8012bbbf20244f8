package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.text.Span;
import java.util.Map;
import java.util.TreeMap;

/** Stretches of one file, of which a large file may have very many. Two of them lie apart, or one in the other. */
final class SpanSet {
    /** Where each stretch ends, by where it begins; without those that lie in another one. */
    private final TreeMap<Integer, Integer> ends = new TreeMap<>();

    void add(Span span) {
        if (!hold(span)) {
            ends.subMap(span.start(), span.end()).clear();
            ends.put(span.start(), span.end());
        }
    }

    /** Whether the place is one of these, or lies in one. */
    boolean hold(Span place) {
        Map.Entry<Integer, Integer> nearest = ends.floorEntry(place.start());
        return nearest != null && place.end() <= nearest.getValue();
    }
}
