package io.github.dagsterfleet.secret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds values that are known to be secret, also where a text holds only the beginning or the end of one. */
final class KnownSecrets {
    /** What is shorter stands in many texts by chance. */
    private static final int SHORTEST = 6;

    /** So much of a value is enough to guess what it is part of. */
    private static final int TELLING = 8;

    private final List<String> shortOnes = new ArrayList<>();
    private final Map<Long, List<String>> byBeginning = new HashMap<>();
    private final Map<Long, List<String>> byEnd = new HashMap<>();

    private KnownSecrets(Collection<String> values) {
        for (String value : values) {
            if (value.length() < TELLING) {
                shortOnes.add(value);
            } else {
                byBeginning
                        .computeIfAbsent(window(value, 0), window -> new ArrayList<>())
                        .add(value);
                byEnd.computeIfAbsent(window(value, value.length() - TELLING), window -> new ArrayList<>())
                        .add(value);
            }
        }
    }

    /** Eight characters as one number; what other scripts add to that only makes two of them alike. */
    private static long window(String text, int from) {
        long window = 0;
        for (int i = from; i < from + TELLING; i++) {
            window = shifted(window, text.charAt(i));
        }
        return window;
    }

    private static long shifted(long window, char next) {
        return window << 8 | (next & 0xFF);
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
        return new KnownSecrets(all);
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

    /** Reads the text once, however many secrets are known. */
    void find(String text, SortedSet<Stretch> found) {
        for (String value : shortOnes) {
            for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
                found.add(new Stretch(at, at + value.length()));
            }
        }
        if (byBeginning.isEmpty()) {
            return;
        }
        long window = 0;
        for (int end = 1; end <= text.length(); end++) {
            window = shifted(window, text.charAt(end - 1));
            if (end >= TELLING) {
                for (String value : byBeginning.getOrDefault(window, List.of())) {
                    beginning(text, end - TELLING, value, found);
                }
                for (String value : byEnd.getOrDefault(window, List.of())) {
                    ending(text, end, value, found);
                }
            }
        }
    }

    private static void beginning(String text, int at, String value, SortedSet<Stretch> found) {
        int length = 0;
        while (length < value.length()
                && at + length < text.length()
                && text.charAt(at + length) == value.charAt(length)) {
            length++;
        }
        if (length >= TELLING) {
            found.add(new Stretch(at, at + length));
        }
    }

    private static void ending(String text, int end, String value, SortedSet<Stretch> found) {
        int start = end;
        int left = value.length();
        while (left > 0 && start > 0 && text.charAt(start - 1) == value.charAt(left - 1)) {
            start--;
            left--;
        }
        if (end - start >= TELLING) {
            found.add(new Stretch(start, end));
        }
    }
}
