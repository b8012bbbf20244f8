package io.github.dagsterfleet.finding;

import java.util.Collection;
import java.util.List;

/** Names in a sentence, each between backticks. */
public final class Names {
    private static final int FEW = 3;

    private Names() {}

    /** {@code `a`, `b` or `c`}. */
    public static String choice(Collection<String> names) {
        return joined(names, " or ");
    }

    /** {@code `a`, `b` and `c`}. */
    public static String all(Collection<String> names) {
        return joined(names, " and ");
    }

    /** {@code `a`, `b`, `c` and 4 more}: of many, the first three. */
    public static String few(List<String> names) {
        return names.size() <= FEW
                ? all(names)
                : joined(names.subList(0, FEW), ", ") + " and " + (names.size() - FEW) + " more";
    }

    private static String joined(Collection<String> names, String last) {
        StringBuilder words = new StringBuilder();
        int left = names.size();
        for (String name : names) {
            words.append('`').append(name).append('`');
            left--;
            if (left > 0) {
                words.append(left == 1 ? last : ", ");
            }
        }
        return words.toString();
    }
}
