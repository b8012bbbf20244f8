package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns one authored definition into what is published of it for one reading.
 *
 * <p>Title, description and examples stand where the key stands, not in the definition that the key refers to: of all the
 * words on its way to a value an editor shows the first it meets, and those of the key say the most.
 */
final class PublishedSchema {
    /** The type of what may be any scalar. */
    private static final String SCALAR = "scalar";

    private static final List<String> WORDS = List.of("title", "description", "examples");

    private final SchemaPublisher publisher;
    private final SchemaNodes nodes;
    private final Reading reading;
    private final String name;

    /** @param name of the definition, from which the names of its unnamed parts are made */
    PublishedSchema(SchemaPublisher publisher, Reading reading, String name) {
        this.publisher = publisher;
        this.nodes = publisher.nodes();
        this.reading = reading;
        this.name = name;
    }

    /** The value itself, no operator standing for it. */
    Node value(Node authored) {
        if (!(authored instanceof Mapping schema)) {
            return isFalse(authored) ? authored : nodes.reference(publisher.operator("anything"));
        }
        Mapping.Builder out = Mapping.builder();
        copyWords(schema, out);
        if (schema.has("$ref")) {
            out.put("$ref", reference(publisher.value(target(schema), readingOf(target(schema)))));
        } else if (isUnion(schema)) {
            List<Node> branches = new ArrayList<>();
            schema.sequence("anyOf").orElseThrow().items().forEach(branch -> branches.add(value(branch)));
            out.put("anyOf", nodes.list(branches));
        } else {
            switch (type(schema)) {
                case "" -> out.put("$ref", reference(publisher.operator("anything")));
                case "object" -> objectOrShorthand(schema, out);
                case "array" -> list(schema, out);
                default -> new PublishedScalar(reading, nodes).describe(schema, out);
            }
        }
        return nodes.build(out);
    }

    /** The same, without words. */
    Node wordless(Node authored) {
        return value(authored instanceof Mapping schema ? withoutWords(schema) : authored);
    }

    private void objectOrShorthand(Mapping schema, Mapping.Builder out) {
        Optional<String> shorthand = schema.text("x-shorthand");
        if (shorthand.isEmpty()) {
            object(schema, out);
            return;
        }
        Mapping.Builder object = Mapping.builder();
        object(schema, object);
        Node lone = schema.mapping("properties")
                .flatMap(properties -> properties.get(shorthand.get()))
                .orElseThrow();
        out.put("if", nodes.only("type", nodes.text("object")))
                .put("then", nodes.build(object))
                .put("else", wordless(lone));
    }

    private void object(Mapping schema, Mapping.Builder out) {
        out.put("type", nodes.text("object"));
        Mapping.Builder own = Mapping.builder();
        properties(schema, own);
        Mapping.Builder published = publisher.isOfKubernetes(name) ? own : titled(nodes.build(own));
        schema.text("x-object").ifPresent(object -> properties(publisher.definition(object), published));
        if (schema.has("properties") || schema.has("x-object")) {
            out.put("properties", nodes.build(published));
        }
        schema.get("propertyNames")
                .map(this::resolved)
                .flatMap(names -> ((Mapping) names).get("pattern"))
                .ifPresent(pattern -> out.put("propertyNames", nodes.only("pattern", pattern)));
        Node additional = schema.get("additionalProperties").orElseThrow();
        out.put("additionalProperties", isFalse(additional) ? additional : position(additional, "other"));
        if (reading.isComplete()) {
            schema.get("required").ifPresent(keys -> out.put("required", keys));
            schema.get("minProperties").ifPresent(least -> out.put("minProperties", least));
        }
        if (schema.has("x-exclusive")) {
            new PublishedGroups(reading, publisher).describe(schema, out);
        }
    }

    /** Adds every key in each of its spellings, but for those that are there already. */
    private void properties(Mapping schema, Mapping.Builder published) {
        schema.mapping("properties")
                .ifPresent(properties -> properties.forEach(entry -> {
                    for (String name : spellings(entry)) {
                        if (!published.has(name)) {
                            published.put(name, position(entry.value(), entry.name()));
                        }
                    }
                }));
    }

    /** An editor heads what it shows of a key with the title, and takes one from around the key where there is none. */
    private Mapping.Builder titled(Mapping properties) {
        Mapping.Builder out = Mapping.builder();
        properties.forEach(key -> {
            Mapping schema = nodes.build(((Mapping) key.value()).toBuilder().remove("title"));
            Mapping.Builder titled = Mapping.builder().put("title", nodes.text(key.name()));
            out.put(key.name(), nodes.build(titled.putAll(schema)));
        });
        return out;
    }

    private static List<String> spellings(Mapping.Entry property) {
        return property.value() instanceof Mapping schema && schema.has("x-also")
                ? List.of(property.name(), schema.text("x-also").orElseThrow())
                : List.of(property.name());
    }

    private void list(Mapping schema, Mapping.Builder out) {
        Node item = value(schema.get("items").orElseThrow());
        out.put("type", nodes.text("array"));
        out.put("items", reading == Reading.LAYER && isKeyed(schema) ? keyed(schema, (Mapping) item) : item);
        if (reading.isComplete()) {
            schema.get("minItems").ifPresent(least -> out.put("minItems", least));
        }
        if (schema.text("x-list").filter("set"::equals).isPresent()) {
            out.put("uniqueItems", nodes.flag(true));
        }
    }

    /** Whether items are told apart by keys, so that they merge and operators may stand in them. */
    static boolean isKeyed(Mapping list) {
        return list.mapping("x-list").isPresent();
    }

    /** No operator may stand in the key of an item, nor for the item. */
    private Mapping keyed(Mapping list, Mapping item) {
        Mapping authored = item(list);
        Optional<Sequence> fields = keyFields(list);
        if (fields.isEmpty()) {
            return nodes.build(item.toBuilder().put("pattern", pattern(authored)));
        }
        Mapping.Builder out = item.toBuilder().put("propertyNames", nodes.reference(publisher.operator("ordinaryKey")));
        return new PublishedItemKey(publisher).describe(fields.get(), authored, out);
    }

    /** What {@code $remove} takes from a keyed list: whatever names a key. */
    Mapping named(Mapping list) {
        Optional<Sequence> fields = keyFields(list);
        if (fields.isEmpty()) {
            Node byText = keyed(list, (Mapping) value(list.get("items").orElseThrow()));
            return nodes.only("anyOf", nodes.list(List.of(byText, nodes.only("type", nodes.text("object")))));
        }
        boolean keyAlone = fields.get().items().size() == 1;
        List<String> types = keyAlone ? List.of("string", "number", "boolean", "object") : List.of("object");
        Mapping.Builder out = Mapping.builder().put("type", nodes.texts(types));
        return new PublishedItemKey(publisher).describe(fields.get(), item(list), out);
    }

    private Mapping item(Mapping list) {
        return (Mapping) resolved(list.get("items").orElseThrow());
    }

    private static Optional<Sequence> keyFields(Mapping list) {
        return list.mapping("x-list").flatMap(policy -> policy.sequence("keyed"));
    }

    /** The pattern of an item that is a text, or of the alternative that is one. */
    private Node pattern(Mapping item) {
        return isUnion(item)
                ? pattern((Mapping)
                        resolved(item.sequence("anyOf").orElseThrow().items().get(0)))
                : item.get("pattern").orElseThrow();
    }

    /** What stands below a key: in a layer, an operator may stand for it. */
    private Node position(Node authored, String key) {
        if (reading != Reading.LAYER) {
            return value(authored);
        }
        Mapping.Builder out = Mapping.builder();
        if (authored instanceof Mapping schema) {
            copyWords(schema, out);
        }
        return nodes.build(out.put("$ref", reference(patch(authored, key))));
    }

    private String patch(Node authored, String key) {
        if (authored instanceof Mapping schema && schema.has("$ref")) {
            return publisher.patch(target(schema));
        }
        String type = type(authored);
        if (type.isEmpty() && !isUnion(authored)) {
            return publisher.operator("patch.anything");
        }
        if (((Mapping) authored).has("x-operators")) {
            return publisher.layered(name + "." + key, authored);
        }
        Mapping limits = withoutWords((Mapping) authored);
        return limits.size() == 1 && limits.has("type")
                ? publisher.patch(type, limits)
                : publisher.patch(name + "." + key, limits);
    }

    private static Mapping withoutWords(Mapping schema) {
        Mapping.Builder out = schema.toBuilder();
        WORDS.forEach(out::remove);
        return out.build(schema.origin());
    }

    /** The words of the schema or else of what it refers to; a title only where there is something to enter. */
    private void copyWords(Mapping schema, Mapping.Builder out) {
        for (String word : WORDS) {
            if (!word.equals("title") || !isScalar(schema)) {
                schema.get(word)
                        .or(() -> ((Mapping) resolved(schema)).get(word))
                        .ifPresent(text -> out.put(word, text));
            }
        }
    }

    /** Everything below {@code defaults} is a layer. */
    private Reading readingOf(String definition) {
        return definition.equals(SchemaKind.REPO.id()) ? Reading.LAYER : reading;
    }

    private Node resolved(Node authored) {
        return authored instanceof Mapping schema && schema.has("$ref")
                ? resolved(publisher.definition(target(schema)))
                : authored;
    }

    /** The JSON type of what an authored schema takes; empty for several and for anything. */
    String type(Node authored) {
        if (!(resolved(authored) instanceof Mapping schema)) {
            return "";
        }
        return schema.sequence("type").isPresent()
                ? SCALAR
                : schema.text("type").orElse(schema.has("enum") ? "string" : "");
    }

    private boolean isScalar(Node authored) {
        return switch (type(authored)) {
            case "string", "integer", "number", "boolean", SCALAR -> true;
            default -> false;
        };
    }

    private static boolean isUnion(Node authored) {
        return authored instanceof Mapping schema && schema.has("anyOf");
    }

    private static boolean isFalse(Node authored) {
        return authored instanceof Scalar scalar && scalar.text().equals("false");
    }

    private static String target(Mapping schema) {
        return Definitions.referred(schema.text("$ref").orElseThrow());
    }

    private Scalar reference(String published) {
        return nodes.text(Definitions.reference(published));
    }
}
