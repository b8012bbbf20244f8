package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.ScalarType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which scalars may stand at a place.
 *
 * @param types the types taken; a place that takes texts takes every plain scalar as the characters written, unless it
 *     takes that scalar's own type too
 * @param allowed the only texts taken; empty for no such limit
 * @param form what a text must look like
 * @param minimum the least number taken
 * @param maximum the greatest number taken
 */
public record ScalarShape(
        Set<ScalarType> types,
        List<String> allowed,
        Optional<TextForm> form,
        Optional<Long> minimum,
        Optional<Long> maximum) {
    public ScalarShape {
        types = Set.copyOf(types);
        allowed = List.copyOf(allowed);
    }

    /** Takes every scalar of these types. */
    public static ScalarShape of(ScalarType... types) {
        return new ScalarShape(Set.of(types), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public boolean takes(ScalarType type) {
        return types.contains(type);
    }

    /** In the user's words, with its article: what is due here. */
    String words() {
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
