package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Suggestions;
import java.util.Collection;
import java.util.List;

/** Names in messages. */
public final class Names {
    private static final int FEW = 5;

    private Names() {}

    /** The finding with the nearest names as help; with all of them when none is near and they are few. */
    public static Finding suggest(Finding finding, String wrong, Collection<String> known) {
        List<String> near = Suggestions.nearest(wrong, known);
        if (!near.isEmpty()) {
            return finding.help("write " + choice(near));
        }
        return known.isEmpty() || known.size() > FEW ? finding : finding.help("choose " + choice(known));
    }

    /** {@code `a`, `b` or `c`}. */
    public static String choice(Collection<String> names) {
        return joined(names, " or ");
    }

    /** {@code `a`, `b` and `c`}. */
    public static String all(Collection<String> names) {
        return joined(names, " and ");
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
