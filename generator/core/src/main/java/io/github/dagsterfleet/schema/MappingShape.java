package io.github.dagsterfleet.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which keys may stand in a mapping, in the order in which output lists them.
 *
 * @param properties the keys known by name
 * @param additional what may stand below any other key; empty when there may be no other
 * @param keyPattern what other keys must match as a whole
 * @param required keys that must be there once everything is merged
 * @param groups keys of which at most one may be set
 */
public record MappingShape(
        Map<String, Shape> properties,
        Optional<Shape> additional,
        Optional<Pattern> keyPattern,
        Set<String> required,
        List<ExclusiveGroup> groups) {
    public MappingShape {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        required = Collections.unmodifiableSet(new java.util.LinkedHashSet<>(required));
        groups = List.copyOf(groups);
    }

    /** What may stand below the key; empty when the key is not known here. */
    public Optional<Shape> property(String key) {
        Shape named = properties.get(key);
        if (named != null) {
            return Optional.of(named);
        }
        return additional.filter(shape -> keyPattern.map(pattern -> pattern.matcher(key).matches()).orElse(true));
    }
}
