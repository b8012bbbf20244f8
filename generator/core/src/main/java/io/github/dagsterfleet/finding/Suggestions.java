package io.github.dagsterfleet.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the names that a misspelt one may have meant, and words them as help. */
public final class Suggestions {
    private static final int MOST = 3;
    /** So many names may be listed where none is near. */
    private static final int FEW = 12;
    /** What is longer is no name that somebody mistyped, and comparing two of them takes long. */
    private static final int LONGEST = 200;

    private Suggestions() {}

    /**
     * At most three candidates, nearest first, equals in the order given. Near means: at most a third of the longer
     * name's letters are to be changed (a swap of two neighbours counts one), and always at least one may be; case,
     * {@code -} and {@code _} count nothing. A third is what rustc and clang use; with a half, `dev` suggests `prod`.
     */
    public static List<String> nearest(String name, Collection<String> candidates) {
        return near(name, candidates).limit(MOST).map(Near::candidate).toList();
    }

    /** The one that is nearer than all others, for whoever wants to put it in place; empty where two are as near. */
    public static Optional<String> only(String name, Collection<String> candidates) {
        List<Near> near = near(name, candidates).limit(2).toList();
        boolean one = near.size() == 1 || (near.size() == 2 && near.get(0).distance < near.get(1).distance);
        return one ? Optional.of(near.get(0).candidate) : Optional.empty();
    }

    private record Near(String candidate, int distance) {}

    private static Stream<Near> near(String name, Collection<String> candidates) {
        if (name.length() > LONGEST) {
            return Stream.empty();
        }
        String wanted = folded(name);
        return candidates.stream()
                .distinct()
                .filter(candidate -> Math.abs(name.length() - candidate.length()) <= most(name, candidate))
                .map(candidate -> new Near(candidate, distance(wanted, folded(candidate))))
                .filter(near -> near.distance <= most(name, near.candidate))
                .sorted(Comparator.comparingInt(Near::distance));
    }

    /** How many changes make one of two names of the other at most; what differs more in length needs more. */
    private static int most(String name, String candidate) {
        return Math.max(1, Math.max(name.length(), candidate.length()) / 3);
    }

    /** The finding with the nearest names as help; with all that are known where none is near and they are few. */
    public static Finding help(Finding finding, String wrong, Collection<String> known) {
        List<String> near = nearest(wrong, known);
        if (!near.isEmpty()) {
            return finding.help("write " + Names.choice(near));
        }
        if (known.isEmpty() || known.size() > FEW) {
            return finding;
        }
        return finding.help((known.size() == 1 ? "write " : "choose ") + Names.choice(known));
    }

    /** The finding with the nearest names as help, or with another way out where none is near. */
    public static Finding help(Finding finding, String wrong, Collection<String> known, String otherwise) {
        List<String> near = nearest(wrong, known);
        return finding.help(near.isEmpty() ? otherwise : "write " + Names.choice(near));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** Optimal string alignment distance. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = best;
            }
        }
        return cost[a.length()][b.length()];
    }
}
