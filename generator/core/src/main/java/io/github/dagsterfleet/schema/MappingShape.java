package io.github.dagsterfleet.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which keys may stand in a mapping, in the order in which output lists them.
 *
 * @param properties the keys known by name
 * @param additional what may stand below any other key; empty when there may be no other
 * @param keyForm what other keys must look like
 * @param required keys that must be there once everything is merged
 * @param minimumKeys how many keys must be there once everything is merged
 * @param groups keys of which at most one may be set
 * @param object the Kubernetes object whose keys may stand here too
 */
public record MappingShape(
        Map<String, Shape> properties,
        Optional<Shape> additional,
        Optional<TextForm> keyForm,
        Set<String> required,
        int minimumKeys,
        List<ExclusiveGroup> groups,
        Optional<KubernetesObject> object) {
    public MappingShape {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        required = Collections.unmodifiableSet(new LinkedHashSet<>(required));
        groups = List.copyOf(groups);
    }

    /** Knows these keys and no other, and requires none. */
    public static MappingShape closed(Map<String, Shape> properties) {
        return new MappingShape(
                properties, Optional.empty(), Optional.empty(), Set.of(), 0, List.of(), Optional.empty());
    }

    /** Takes every key. */
    public static MappingShape open(Shape values) {
        return new MappingShape(
                Map.of(), Optional.of(values), Optional.empty(), Set.of(), 0, List.of(), Optional.empty());
    }

    /** Knows the keys of a Kubernetes object and no other. Its keys have no order of their own. */
    static MappingShape of(KubernetesObject object) {
        return new MappingShape(
                Map.of(), Optional.empty(), Optional.empty(), Set.of(), 0, List.of(), Optional.of(object));
    }

    MappingShape with(Map<String, Shape> others) {
        return new MappingShape(others, additional, keyForm, required, minimumKeys, groups, object);
    }

    /** What may stand below the key; empty when the key is not known here. */
    public Optional<Shape> property(String key) {
        Shape named = properties.get(key);
        if (named != null) {
            return Optional.of(named);
        }
        if (object.isPresent()) {
            return object.get().below(key);
        }
        return keyForm.isEmpty() || keyForm.get().accepts(key) ? additional : Optional.empty();
    }
}
