package io.github.dagsterfleet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gives each commit a name that stays, by the order in which commits are first seen: the ids themselves change with every
 * byte of what is generated, and no page should have to follow that.
 */
final class CommitNames {
    private static final Pattern ID = Pattern.compile("\\b(?:[0-9a-f]{40}|[0-9a-f]{9})\\b");
    private static final int SHORT = 9;
    private static final List<String> NAMES = List.of(
            "4f2a1c9e0", "9b1d03c77", "c08e5f214", "1d7740ab9", "e6b39205d", "72fc18e43", "ab50d96c1", "385e7b0fa");

    private final List<String> seen = new ArrayList<>();

    /** What was printed, with names in place of ids. */
    String named(String printed) {
        return ID.matcher(printed).replaceAll(match -> name(match.group()));
    }

    private String name(String id) {
        String shown = id.substring(0, SHORT);
        if (!seen.contains(shown)) {
            seen.add(shown);
        }
        String name = NAMES.get(seen.indexOf(shown));
        return id.length() == SHORT ? name : name + "0".repeat(id.length() - SHORT);
    }

    /** What was typed, with ids in place of names. */
    String typed(String command) {
        String out = command;
        for (int i = 0; i < seen.size(); i++) {
            out = out.replace(NAMES.get(i), seen.get(i));
        }
        return out;
    }
}
