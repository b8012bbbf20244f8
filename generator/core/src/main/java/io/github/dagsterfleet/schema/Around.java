package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The mappings around the place that is being read, each with its shape; entered and left as reading goes down and up, so
 * that knowing them costs nothing where nothing is wrong.
 */
final class Around {
    private final List<Mapping> mappings = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();

    void enter(Mapping mapping, Shape shape) {
        mappings.add(mapping);
        shapes.add(shape);
    }

    void leave() {
        mappings.remove(mappings.size() - 1);
        shapes.remove(shapes.size() - 1);
    }

    /** The mapping in which reading is. */
    Mapping nearest() {
        return mappings.get(mappings.size() - 1);
    }

    /**
     * The entry, in a mapping further up, beside which a key would be known that is not known here: empty unless there is
     * one such mapping, which does not have the key yet.
     */
    Optional<Mapping.Entry> placeAbove(String key) {
        Optional<Mapping.Entry> place = Optional.empty();
        for (int i = 0; i < mappings.size() - 1; i++) {
            if (knows(shapes.get(i), key)) {
                if (place.isPresent() || mappings.get(i).has(key)) {
                    return Optional.empty();
                }
                place = holding(mappings.get(i), mappings.get(i + 1));
            }
        }
        return place;
    }

    private static boolean knows(Shape shape, String key) {
        return shape.mapping()
                .filter(keys -> keys.properties().containsKey(key))
                .isPresent();
    }

    /** The entry of a mapping that is, or lists, the very mapping below it. */
    @SuppressWarnings("ReferenceEquality")
    private static Optional<Mapping.Entry> holding(Mapping mapping, Mapping inner) {
        return mapping.entries().stream()
                .filter(entry -> entry.value() == inner
                        || (entry.value() instanceof Sequence list
                                && list.items().stream().anyMatch(item -> item == inner)))
                .findFirst();
    }
}
