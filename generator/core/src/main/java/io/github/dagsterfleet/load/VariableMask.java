package io.github.dagsterfleet.load;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Takes the values of environment variables out of a text, since any of them may be a secret: {@code $NAME} stands there.
 * What we say aloud ourselves, such as {@code dagster} or the folder, is none.
 */
final class VariableMask {
    /** What is shorter stands in many texts by chance. */
    private static final int SHORTEST = 6;

    private final List<Map.Entry<String, String>> longestFirst;

    /** @param spoken what everybody may know */
    VariableMask(Map<String, String> environment, List<String> spoken) {
        this.longestFirst = environment.entrySet().stream()
                .filter(variable -> variable.getValue().length() >= SHORTEST)
                .filter(variable -> spoken.stream().noneMatch(words -> words.contains(variable.getValue())))
                .sorted(Comparator.<Map.Entry<String, String>>comparingInt(
                                entry -> -entry.getValue().length())
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    String mask(String text) {
        String masked = text;
        for (Map.Entry<String, String> variable : longestFirst) {
            masked = masked.replace(variable.getValue(), "$" + variable.getKey());
        }
        return masked;
    }
}
