package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What may stand below a key of a layer: the value, or an operator in its place. Where no mapping may be the value, one
 * schema says both, since what it says of texts and lists leaves mappings alone; else a condition tells both apart.
 * Editors complete better without a condition, and better where a type is said.
 */
final class PublishedPatch {
    private final SchemaPublisher publisher;
    private final SchemaNodes nodes;
    private final PublishedSchema values;
    private final Mapping self;

    /**
     * @param values publishes the value
     * @param self the name under which the patch is published
     */
    PublishedPatch(SchemaPublisher publisher, PublishedSchema values, String self) {
        this.publisher = publisher;
        this.nodes = publisher.nodes();
        this.values = values;
        this.self = nodes.reference(self);
    }

    Mapping scalar(Mapping authored) {
        return orOperator((Mapping) values.wordless(authored), valueOperator());
    }

    Mapping list(Mapping authored) {
        boolean keyed = PublishedSchema.isKeyed(authored);
        Mapping value = (Mapping) values.wordless(authored);
        Node removed = keyed ? values.named(authored) : value.get("items").orElseThrow();
        Mapping operands = nodes.build(Mapping.builder()
                .put("$remove", nodes.only("items", removed))
                .put("$merge", authored.has("x-list") ? self : nodes.flag(false))
                .put("$prepend", self)
                .put("$append", self)
                .put("$replace", self)
                .put("$lock", self));
        return orOperator(forListsAlone(value), operator(keyed ? "keyedListOperator" : "listOperator", operands));
    }

    /** Some validators, networknt's for one, look for equal values in mappings too. */
    private Mapping forListsAlone(Mapping value) {
        Optional<Node> unique = value.get("uniqueItems");
        if (unique.isEmpty()) {
            return value;
        }
        return nodes.build(value.toBuilder()
                .remove("uniqueItems")
                .put("if", nodes.only("type", nodes.text("array")))
                .put("then", nodes.only("uniqueItems", unique.get())));
    }

    /** @param value the name under which the value is published */
    Mapping mapping(Mapping authored, String value) {
        return authored.has("x-shorthand")
                ? any(value)
                : nodes.build(conditional(Mapping.builder().put("type", nodes.text("object")), value));
    }

    /** A mapping or something else, which is published under the given name. */
    Mapping any(String value) {
        return nodes.build(conditional(Mapping.builder(), value));
    }

    private Mapping.Builder conditional(Mapping.Builder out, String value) {
        return out.put("if", nodes.reference(publisher.operator("operator")))
                .put("then", valueOperator())
                .put("else", nodes.reference(value));
    }

    private Mapping orOperator(Mapping value, Mapping operator) {
        Node mapping = nodes.text("object");
        Mapping.Builder out =
                value.toBuilder().put("type", and(value.get("type").orElseGet(() -> nodes.text("string")), mapping));
        value.sequence("anyOf").ifPresent(either -> out.put("anyOf", and(either, nodes.only("type", mapping))));
        return nodes.build(out.put("allOf", nodes.list(List.of(operator))));
    }

    private Sequence and(Node some, Node other) {
        List<Node> all = new ArrayList<>(some instanceof Sequence list ? list.items() : List.of(some));
        all.add(other);
        return nodes.list(all);
    }

    private Mapping valueOperator() {
        return operator(
                "valueOperator",
                nodes.build(Mapping.builder().put("$replace", self).put("$lock", self)));
    }

    private Mapping operator(String name, Mapping operands) {
        return nodes.build(nodes.reference(publisher.operator(name)).toBuilder().put("properties", operands));
    }
}
