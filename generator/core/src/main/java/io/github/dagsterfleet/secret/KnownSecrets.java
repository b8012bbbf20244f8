package io.github.dagsterfleet.secret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds values that are known to be secret, also where a text holds only the beginning or the end of one. */
final class KnownSecrets {
    /** What is shorter stands in many texts by chance. */
    private static final int SHORTEST = 6;

    /** So much of a value is enough to guess what it is part of. */
    private static final int TELLING = 8;

    private final List<String> values;

    private KnownSecrets(List<String> values) {
        this.values = values;
    }

    static KnownSecrets of(Collection<String> secrets) {
        TreeSet<String> all = new TreeSet<>();
        for (String secret : secrets) {
            add(secret, all);
            add(escaped(secret), all);
            add(secret.replace("'", "''"), all);
            // A text that is shown line by line shows each line alone.
            secret.lines().forEach(line -> add(line.strip(), all));
        }
        List<String> longestFirst = new ArrayList<>(all);
        longestFirst.sort(Comparator.comparingInt(value -> -value.length()));
        return new KnownSecrets(longestFirst);
    }

    private static void add(String value, Collection<String> all) {
        if (value.length() >= SHORTEST) {
            all.add(value);
        }
    }

    /** As YAML, TOML, JSON and dotenv have it between double quotes. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }

    void find(String text, SortedSet<Stretch> found) {
        for (String value : values) {
            if (value.length() <= TELLING) {
                for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
                    found.add(new Stretch(at, at + value.length()));
                }
            } else {
                beginnings(text, value, found);
                ends(text, value, found);
            }
        }
    }

    private static void beginnings(String text, String value, SortedSet<Stretch> found) {
        String head = value.substring(0, TELLING);
        for (int at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
            int length = TELLING;
            while (length < value.length()
                    && at + length < text.length()
                    && text.charAt(at + length) == value.charAt(length)) {
                length++;
            }
            found.add(new Stretch(at, at + length));
        }
    }

    private static void ends(String text, String value, SortedSet<Stretch> found) {
        String tail = value.substring(value.length() - TELLING);
        for (int at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + 1)) {
            int start = at;
            int left = value.length() - TELLING;
            while (left > 0 && start > 0 && text.charAt(start - 1) == value.charAt(left - 1)) {
                start--;
                left--;
            }
            found.add(new Stretch(start, at + TELLING));
        }
    }
}
