package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.schema.ItemKey;
import io.github.dagsterfleet.schema.ListPolicy;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step down a tree: the name of a key, or what tells one item of a list from the others; never a number. */
sealed interface Segment {
    /** What stands there, if anything does. */
    Optional<Node> in(Node node, Shape shape);

    /** The shape of what stands there; empty when nothing may. */
    Optional<Shape> below(Shape shape);

    /** The name under which the trace of the whole keeps why this is gone. */
    String whenRemoved(Shape shape);

    /** What can follow in this tree. */
    static List<Segment> of(Node node, Shape shape) {
        List<Segment> segments = new ArrayList<>();
        if (node instanceof Mapping mapping) {
            mapping.keys().forEach(key -> segments.add(new Name(key)));
        } else if (node instanceof Sequence list) {
            list.items().forEach(item -> Item.of(item, shape.listPolicy()).ifPresent(segments::add));
        }
        return segments;
    }

    /** A key of a mapping. */
    record Name(String text) implements Segment {
        @Override
        public Optional<Node> in(Node node, Shape shape) {
            return node instanceof Mapping mapping ? mapping.get(shape.named(text)) : Optional.empty();
        }

        @Override
        public Optional<Shape> below(Shape shape) {
            return shape.below(text);
        }

        @Override
        public String whenRemoved(Shape shape) {
            return shape.named(text);
        }
    }

    /** {@code name=x} for an item that is told by a field, {@code pandas} for one that is told by its text. */
    record Item(String text) implements Segment {
        @Override
        public Optional<Node> in(Node node, Shape shape) {
            if (!(node instanceof Sequence list)) {
                return Optional.empty();
            }
            List<Node> found = list.items().stream()
                    .filter(item -> isMeant(item, shape.listPolicy()))
                    .toList();
            return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        }

        private boolean isMeant(Node item, ListPolicy policy) {
            if (item instanceof Scalar scalar) {
                Optional<String> key = policy.keyOf(item);
                return scalar.text().equals(text) || (key.isPresent() && key.equals(policy.keyOf(asItem())));
            }
            Map<String, String> fields = fields();
            return item instanceof Mapping mapping
                    && !fields.isEmpty()
                    && fields.entrySet().stream().allMatch(field -> mapping.text(field.getKey())
                            .filter(field.getValue()::equals)
                            .isPresent());
        }

        private Scalar asItem() {
            return Scalar.string(text, Nowhere.SPAN);
        }

        private Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String field : text.split(",", -1)) {
                int equals = field.indexOf('=');
                if (equals <= 0) {
                    return Map.of();
                }
                fields.put(field.substring(0, equals), field.substring(equals + 1));
            }
            return fields;
        }

        @Override
        public Optional<Shape> below(Shape shape) {
            return shape.isUntyped() ? Optional.of(shape) : shape.list().map(list -> list.item());
        }

        @Override
        public String whenRemoved(Shape shape) {
            Map<String, String> fields = fields();
            return shape.listPolicy() instanceof ListPolicy.Keyed keyed && keyed.key() instanceof ItemKey.Fields
                    ? String.join(" ", fields.values())
                    : shape.listPolicy().keyOf(asItem()).orElse(text);
        }

        /** The segment that leads to an item; empty for one that nothing tells from the others. */
        static Optional<Segment> of(Node item, ListPolicy policy) {
            if (item instanceof Scalar scalar) {
                return Optional.of(new Item(policy.keyOf(item).orElse(scalar.text())));
            }
            if (item instanceof Mapping mapping
                    && policy instanceof ListPolicy.Keyed keyed
                    && keyed.key() instanceof ItemKey.Fields key) {
                List<String> fields = new ArrayList<>();
                key.names().forEach(name -> mapping.text(name).ifPresent(value -> fields.add(name + "=" + value)));
                return Optional.of(new Item(String.join(",", fields)));
            }
            return Optional.empty();
        }
    }
}
