package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.schema.MappingShape;
import io.github.dagsterfleet.schema.SchemaKind;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * The order in which documents list Dagster's own keys, whichever layer said them first: that of their schema. Keys that
 * the schema leaves open keep the order in which they were merged, behind the others.
 */
final class KeyOrder {
    private static final Shape LOCATION = Shapes.standard()
            .kind(SchemaKind.DAGSTER_CLOUD)
            .below("locations")
            .map(Shape::item)
            .orElseThrow();

    private KeyOrder() {}

    /** An item of {@code locations} in dagster_cloud.yaml in order, at every depth. */
    static Mapping ofLocation(Mapping location) {
        return ordered(location, LOCATION);
    }

    /** The mapping itself where it is in order already. */
    private static Mapping ordered(Mapping mapping, Shape shape) {
        Optional<MappingShape> keys = shape.mapping();
        if (keys.isEmpty() || keys.get().properties().isEmpty()) {
            return mapping;
        }
        Map<String, Shape> named = keys.get().properties();
        Mapping.Builder ordered = Mapping.builder();
        for (Map.Entry<String, Shape> property : named.entrySet()) {
            Optional<Mapping.Entry> entry = mapping.entry(property.getKey());
            entry.ifPresent(said -> ordered.put(said.key(), ordered(said.value(), property.getValue())));
        }
        for (Mapping.Entry entry : mapping.entries()) {
            if (!named.containsKey(entry.name())) {
                ordered.put(entry.key(), entry.value());
            }
        }
        Mapping result = ordered.build(mapping.origin());
        return holdsTheSame(mapping, result) ? mapping : result;
    }

    private static Node ordered(Node node, Shape shape) {
        return node instanceof Mapping mapping ? ordered(mapping, shape) : node;
    }

    private static boolean holdsTheSame(Mapping before, Mapping after) {
        Iterator<Mapping.Entry> old = before.entries().iterator();
        for (Mapping.Entry entry : after.entries()) {
            if (old.next().value() != entry.value()) {
                return false;
            }
        }
        return true;
    }
}
