package io.github.dagsterfleet.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Takes the values of environment variables out of a text, since any of them may be a secret: {@code $NAME} stands there. */
final class Discretion {
    /** What is shorter stands in many texts by chance. */
    private static final int SHORTEST = 6;

    private final List<Map.Entry<String, String>> longestFirst;

    Discretion(Map<String, String> environment) {
        this.longestFirst = new ArrayList<>(environment.entrySet());
        longestFirst.sort(Comparator.<Map.Entry<String, String>>comparingInt(
                        entry -> -entry.getValue().length())
                .thenComparing(Map.Entry::getKey));
    }

    String of(String text) {
        String discreet = text;
        for (Map.Entry<String, String> variable : longestFirst) {
            if (variable.getValue().length() >= SHORTEST) {
                discreet = discreet.replace(variable.getValue(), "$" + variable.getKey());
            }
        }
        return discreet;
    }
}
