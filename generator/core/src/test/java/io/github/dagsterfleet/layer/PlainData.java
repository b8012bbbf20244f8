package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plain data as a tree in which every node has a place of its own, and back. */
final class PlainData {
    private static final String BLANK = " ".repeat(20_000);

    private final SourceText text;
    private int next;

    /** @param file where the nodes pretend to stand */
    PlainData(String file) {
        this.text = new SourceText(new SourcePath(file), BLANK);
    }

    Node tree(Object data) {
        Span place = text.span(next, ++next);
        if (data instanceof Map<?, ?> map) {
            Mapping.Builder keys = Mapping.builder();
            map.forEach((key, value) -> keys.put(Scalar.string(key.toString(), text.span(next, ++next)), tree(value)));
            return keys.build(place);
        }
        if (data instanceof List<?> list) {
            return new Sequence(list.stream().map(this::tree).toList(), place);
        }
        return new Scalar(data.toString(), type(data), place);
    }

    private static ScalarType type(Object data) {
        return data instanceof Boolean
                ? ScalarType.BOOLEAN
                : data instanceof Integer ? ScalarType.INTEGER : ScalarType.STRING;
    }

    /** Mappings keep their order. */
    static Object of(Node node) {
        if (node instanceof Mapping mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping.forEach(entry -> map.put(entry.name(), of(entry.value())));
            return map;
        }
        if (node instanceof Sequence list) {
            return list.items().stream().map(PlainData::of).toList();
        }
        Scalar scalar = (Scalar) node;
        return switch (scalar.type()) {
            case INTEGER -> Integer.valueOf(scalar.text());
            case BOOLEAN -> Boolean.valueOf(scalar.text());
            default -> scalar.text();
        };
    }
}
