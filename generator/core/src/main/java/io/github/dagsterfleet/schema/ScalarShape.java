package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.ScalarType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which scalars may stand at a place.
 *
 * @param types the types taken; a place that takes texts takes every plain scalar as the characters written, unless it
 *     takes that scalar's own type too
 * @param allowed the only texts taken; empty for no such limit
 * @param meant what is meant by texts that are not allowed and yet are often written
 * @param form what a text must look like
 * @param minimum the least number taken
 * @param maximum the greatest number taken
 */
public record ScalarShape(
        Set<ScalarType> types,
        List<String> allowed,
        Map<String, String> meant,
        Optional<TextForm> form,
        Optional<Long> minimum,
        Optional<Long> maximum) {
    private static final Set<ScalarType> ANY =
            Set.of(ScalarType.STRING, ScalarType.INTEGER, ScalarType.FLOAT, ScalarType.BOOLEAN);

    public ScalarShape {
        types = Set.copyOf(types);
        allowed = List.copyOf(allowed);
        meant = Map.copyOf(meant);
    }

    /** Takes every scalar of these types. */
    public static ScalarShape of(ScalarType... types) {
        return new ScalarShape(
                Set.of(types), List.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public boolean takes(ScalarType type) {
        return types.contains(type);
    }

    /** Whether every scalar may stand here, but none that YAML 1.1 and 1.2 read differently. */
    boolean isAny() {
        return types.containsAll(ANY);
    }

    /** In the user's words, with its article: what is due here. */
    String words() {
        if (isAny()) {
            return "a text, a number, or true or false";
        }
        if (takes(ScalarType.FLOAT)) {
            return ScalarType.FLOAT.words();
        }
        for (ScalarType type : ScalarType.values()) {
            if (takes(type)) {
                return type.words();
            }
        }
        throw new IllegalStateException("takes nothing");
    }
}
