package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in JSON Schema that an item has the fields that tell it apart, each in one of its spellings. */
final class PublishedItemKey {
    private final SchemaPublisher publisher;
    private final SchemaNodes nodes;

    PublishedItemKey(SchemaPublisher publisher) {
        this.publisher = publisher;
        this.nodes = publisher.nodes();
    }

    /**
     * Adds to what is published of an item.
     *
     * @param item the authored schema of the item
     */
    Mapping describe(Sequence fields, Mapping item, Mapping.Builder out) {
        Mapping.Builder properties = Mapping.builder();
        List<Node> required = new ArrayList<>();
        List<Node> either = new ArrayList<>();
        for (Node field : fields.items()) {
            List<String> spellings = spellings(((Scalar) field).text(), item);
            spellings.forEach(spelling -> properties.put(spelling, plainText()));
            if (spellings.size() == 1) {
                required.add(field);
            } else {
                either.add(nodes.only(
                        "anyOf",
                        nodes.list(spellings.stream()
                                .map(spelling -> nodes.only("required", nodes.texts(List.of(spelling))))
                                .toList())));
            }
        }
        out.put("properties", nodes.build(properties)).put("required", nodes.list(required));
        if (!either.isEmpty()) {
            out.put("allOf", nodes.list(either));
        }
        return nodes.build(out);
    }

    private List<String> spellings(String field, Mapping item) {
        Optional<String> other = item.text("x-object")
                .flatMap(object -> publisher.definition(object).mapping("properties"))
                .flatMap(properties -> properties.mapping(field))
                .flatMap(key -> key.text("x-also"));
        return other.map(also -> List.of(field, also)).orElseGet(() -> List.of(field));
    }

    private Mapping plainText() {
        return nodes.only("type", nodes.texts(List.of("string", "number", "boolean")));
    }
}
