package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.schema.MappingShape;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads Kubernetes objects as {@code dagster_k8s.models} does, which is not as a schema would: it knows keys and insists on
 * objects where objects are due, but looks at no scalar, and takes anything for a list that Python can walk over.
 */
final class AgentParser {
    private final Set<Span> refused = new HashSet<>();

    /** Whether the parser stumbles over what stands here: a key, or a value. */
    boolean refuses(Span place) {
        return refused.contains(place);
    }

    void read(Node node, Shape shape) {
        if (shape.mapping().isPresent()) {
            if (node instanceof Mapping mapping) {
                mapping(mapping, shape);
            } else {
                refused.add(node.span());
            }
        } else if (shape.list().isPresent()) {
            list(node, shape.item());
        }
    }

    private void mapping(Mapping mapping, Shape shape) {
        Map<String, Scalar> spellings = new HashMap<>();
        for (Mapping.Entry entry : mapping.entries()) {
            Optional<Shape> below = shape.below(entry.name());
            if (below.isEmpty()) {
                refused.add(entry.key().span());
            } else {
                read(entry.value(), below.get());
            }
            Scalar twin = spellings.putIfAbsent(shape.named(entry.name()), entry.key());
            if (twin != null) {
                refused.add(twin.span());
                refused.add(entry.key().span());
            }
        }
    }

    private void list(Node node, Shape item) {
        if (node instanceof Sequence list) {
            list.items().forEach(value -> read(value, item));
        } else if (node instanceof Scalar scalar
                ? !isWalked(scalar, item)
                : isObject(item) && !((Mapping) node).isEmpty()) {
            refused.add(node.span());
        }
    }

    /** A text is walked over letter by letter, and none of its letters is an object. */
    private static boolean isWalked(Scalar scalar, Shape item) {
        return scalar.type() == ScalarType.STRING && (scalar.text().isEmpty() || !isObject(item));
    }

    private static boolean isObject(Shape item) {
        return item.mapping().flatMap(MappingShape::object).isPresent();
    }
}
