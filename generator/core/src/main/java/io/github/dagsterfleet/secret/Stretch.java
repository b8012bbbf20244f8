package io.github.dagsterfleet.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** A stretch of a text by {@code char} offsets, the end exclusive. */
record Stretch(int start, int end) implements Comparable<Stretch> {
    /** As wide as what it replaces, and outside of the first plane like it: two {@code char}s that count as one column. */
    private static final String WIDE = "\uD83D\uDFB6";

    /** One for all that touch each other. */
    static List<Stretch> joined(SortedSet<Stretch> sorted) {
        List<Stretch> all = new ArrayList<>();
        for (Stretch next : sorted) {
            Stretch last = all.isEmpty() ? new Stretch(-1, -1) : all.get(all.size() - 1);
            if (next.start <= last.end) {
                all.set(all.size() - 1, new Stretch(last.start, Math.max(last.end, next.end)));
            } else {
                all.add(next);
            }
        }
        return all;
    }

    /** Writes over these characters of a text; where lines end stays. */
    void mask(StringBuilder text) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                text.replace(i, i + 2, WIDE);
                i++;
            } else if (c != '\n' && c != '\r') {
                text.setCharAt(i, '*');
            }
        }
    }

    @Override
    public int compareTo(Stretch other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
