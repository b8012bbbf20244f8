package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.ScalarType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which scalars may stand at a place.
 *
 * @param types the types taken; a place that takes texts takes every plain scalar as the characters written, unless it
 *     takes that scalar's own type too
 * @param allowed the only texts taken; empty for no such limit
 * @param pattern what a text must match as a whole
 * @param patternWords the pattern in the user's words, for messages
 * @param minimum the least number taken
 */
public record ScalarShape(
        Set<ScalarType> types,
        List<String> allowed,
        Optional<Pattern> pattern,
        Optional<String> patternWords,
        Optional<Long> minimum) {
    public ScalarShape {
        types = Set.copyOf(types);
        allowed = List.copyOf(allowed);
    }
}
