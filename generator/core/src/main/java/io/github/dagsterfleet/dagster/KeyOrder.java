package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.schema.MappingShape;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which documents list Dagster's own keys, whichever layer said them first: that of their schema. Keys that
 * the schema leaves open keep the order in which they were merged, behind the others.
 */
final class KeyOrder {
    private static final KeyOrder LOCATION = new KeyOrder(
            Shapes.standard().dagsterCloud().below("locations").orElseThrow().item());

    private static final KeyOrder FREE = new KeyOrder(Shape.UNTYPED);

    private final Map<String, Integer> places = new HashMap<>();
    private final List<KeyOrder> below = new ArrayList<>();

    private KeyOrder(Shape shape) {
        shape.mapping().map(MappingShape::properties).orElse(Map.of()).forEach((key, value) -> {
            places.put(key, below.size());
            below.add(new KeyOrder(value));
        });
    }

    /** A location of dagster_cloud.yaml in order, at every depth; itself where it is already. */
    static Mapping ofLocation(Mapping location) {
        return LOCATION.of(location);
    }

    private Mapping of(Mapping mapping) {
        if (below.isEmpty()) {
            return mapping;
        }
        List<Mapping.Entry> entries = new ArrayList<>(mapping.size());
        boolean same = true;
        int last = 0;
        for (Mapping.Entry entry : mapping.entries()) {
            int place = place(entry);
            Node value = entry.value() instanceof Mapping child ? below(place).of(child) : entry.value();
            same &= place >= last && value == entry.value();
            last = place;
            entries.add(new Mapping.Entry(entry.key(), value));
        }
        if (same) {
            return mapping;
        }
        entries.sort(Comparator.comparingInt(this::place));
        Mapping.Builder ordered = Mapping.builder();
        entries.forEach(entry -> ordered.put(entry.key(), entry.value()));
        return ordered.build(mapping.origin());
    }

    private int place(Mapping.Entry entry) {
        return places.getOrDefault(entry.name(), below.size());
    }

    private KeyOrder below(int place) {
        return place < below.size() ? below.get(place) : FREE;
    }
}
