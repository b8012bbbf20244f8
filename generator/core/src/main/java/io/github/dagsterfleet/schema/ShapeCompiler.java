package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes shapes of the authored definitions, one for each, so that two references to a definition lead to one shape. A
 * definition that a shape cannot express is our own mistake and stops the compiler.
 */
final class ShapeCompiler {
    private static final Set<String> KNOWN = Set.of(
            ("$ref title description examples type enum const pattern minimum maximum properties additionalProperties"
                            + " propertyNames required minProperties items minItems anyOf"
                            + " x-list x-exclusive x-object x-operators x-meant x-shorthand x-secret x-secret-otherwise x-words")
                    .split(" "));

    private final Mapping definitions;
    private final KubernetesModels models;
    private final Map<String, Shape> compiled = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    /**
     * @param definitions the value of {@code $defs}
     * @param models what definitions refer to as {@code x-object}
     */
    ShapeCompiler(Mapping definitions, KubernetesModels models) {
        this.definitions = definitions;
        this.models = models;
    }

    /** The shape of a definition. */
    Shape definition(String name) {
        Shape known = compiled.get(name);
        if (known != null) {
            return known;
        }
        if (!begun.add(name)) {
            throw new IllegalStateException(name + ": refers to itself");
        }
        Shape shape =
                compile(definitions.get(name).orElseThrow(() -> new IllegalStateException(name + ": unknown")), name);
        compiled.put(name, shape);
        return shape;
    }

    private Shape compile(Node node, String fallback) {
        if (!(node instanceof Mapping schema)) {
            return Shape.UNTYPED;
        }
        checkKeywords(schema, fallback);
        Optional<String> reference = schema.text("$ref");
        if (reference.isPresent()) {
            return definition(Definitions.referred(reference.get()));
        }
        String name = schema.text("title").orElse(fallback);
        if (schema.has("anyOf")) {
            return union(name, schema.sequence("anyOf").orElseThrow());
        }
        Set<String> types = types(schema);
        return new Shape(
                name,
                scalar(schema, types, name),
                types.contains("object") ? Optional.of(mapping(schema, name)) : Optional.empty(),
                types.contains("array") ? Optional.of(list(schema, name)) : Optional.empty(),
                schema.text("x-shorthand"),
                schema.has("x-secret"));
    }

    private static void checkKeywords(Mapping schema, String name) {
        for (String keyword : schema.keys()) {
            if (!KNOWN.contains(keyword)) {
                throw new IllegalStateException(name + ": no shape expresses " + keyword);
            }
        }
    }

    private Shape union(String name, Sequence branches) {
        Optional<ScalarShape> scalar = Optional.empty();
        Optional<MappingShape> mapping = Optional.empty();
        Optional<ListShape> list = Optional.empty();
        for (Node branch : branches.items()) {
            Shape shape = compile(branch, name);
            if (shape.isUntyped()
                    || (scalar.isPresent() && shape.scalar().isPresent())
                    || (mapping.isPresent() && shape.mapping().isPresent())
                    || (list.isPresent() && shape.list().isPresent())) {
                throw new IllegalStateException(name + ": alternatives of one kind");
            }
            scalar = scalar.or(shape::scalar);
            mapping = mapping.or(shape::mapping);
            list = list.or(shape::list);
        }
        return new Shape(name, scalar, mapping, list, Optional.empty(), false);
    }

    private static Set<String> types(Mapping schema) {
        Optional<String> single = schema.text("type");
        if (single.isPresent()) {
            return Set.of(single.get());
        }
        if (schema.has("type")) {
            return Set.copyOf(texts(items(schema, "type")));
        }
        return schema.has("enum") ? Set.of("string") : Set.of();
    }

    private static Optional<ScalarShape> scalar(Mapping schema, Set<String> types, String name) {
        EnumSet<ScalarType> taken = EnumSet.noneOf(ScalarType.class);
        for (String type : types) {
            switch (type) {
                case "string" -> taken.add(ScalarType.STRING);
                case "integer" -> taken.add(ScalarType.INTEGER);
                case "number" -> taken.addAll(EnumSet.of(ScalarType.INTEGER, ScalarType.FLOAT));
                case "boolean" -> taken.add(ScalarType.BOOLEAN);
                case "object", "array" -> {}
                default -> throw new IllegalStateException(name + ": no shape takes " + type);
            }
        }
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        List<String> allowed =
                schema.has("const") ? List.of(schema.text("const").orElseThrow()) : texts(items(schema, "enum"));
        return Optional.of(new ScalarShape(
                taken,
                allowed,
                meant(schema, allowed, name),
                form(schema, name),
                number(schema, "minimum"),
                number(schema, "maximum")));
    }

    private static Map<String, String> meant(Mapping schema, List<String> allowed, String name) {
        Map<String, String> meant = new HashMap<>();
        schema.mapping("x-meant")
                .ifPresent(words -> words.forEach(word -> meant.put(word.name(), ((Scalar) word.value()).text())));
        if (!allowed.containsAll(meant.values())) {
            throw new IllegalStateException(name + ": means what is not allowed");
        }
        return meant;
    }

    private static Optional<TextForm> form(Mapping schema, String name) {
        Optional<String> pattern = schema.text("pattern");
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        if (!pattern.get().startsWith("^") || !pattern.get().endsWith("$")) {
            throw new IllegalStateException(name + ": a pattern must match the whole text");
        }
        String words = schema.text("x-words").orElseThrow(() -> new IllegalStateException(name + ": no x-words"));
        return Optional.of(new TextForm(Pattern.compile(pattern.get()), words, schema.has("x-secret-otherwise")));
    }

    private MappingShape mapping(Mapping schema, String name) {
        Node additional = schema.get("additionalProperties")
                .orElseThrow(() -> new IllegalStateException(name + ": say whether other keys may stand here"));
        boolean closed = additional instanceof Scalar scalar && scalar.text().equals("false");
        Map<String, Shape> properties = properties(schema);
        List<String> required = texts(items(schema, "required"));
        if (!properties.keySet().containsAll(required)) {
            throw new IllegalStateException(name + ": requires keys that it does not know");
        }
        return new MappingShape(
                properties,
                closed ? Optional.empty() : Optional.of(compile(additional, name)),
                schema.get("propertyNames")
                        .flatMap(keys -> compile(keys, name).scalar())
                        .flatMap(ScalarShape::form),
                new LinkedHashSet<>(required),
                number(schema, "minProperties").orElse(0L).intValue(),
                groups(schema),
                schema.text("x-object").map(models::object));
    }

    private Map<String, Shape> properties(Mapping schema) {
        Map<String, Shape> properties = new LinkedHashMap<>();
        Optional<Mapping> written = schema.mapping("properties");
        if (written.isPresent()) {
            for (Mapping.Entry entry : written.get().entries()) {
                properties.put(entry.name(), compile(entry.value(), entry.name()));
            }
        }
        return properties;
    }

    /** The groups of a mapping's schema. */
    static List<ExclusiveGroup> groups(Mapping schema) {
        List<ExclusiveGroup> groups = new ArrayList<>();
        for (Node group : items(schema, "x-exclusive")) {
            List<ExclusiveGroup.Member> members = new ArrayList<>();
            for (String words : texts(((Sequence) group).items())) {
                members.add(ExclusiveGroup.Member.ofWords(words));
            }
            groups.add(new ExclusiveGroup(members));
        }
        return groups;
    }

    private ListShape list(Mapping schema, String name) {
        Node items = schema.get("items").orElseThrow(() -> new IllegalStateException(name + ": say what items are"));
        return new ListShape(
                compile(items, name),
                policy(schema, name),
                number(schema, "minItems").orElse(0L).intValue());
    }

    private static ListPolicy policy(Mapping schema, String name) {
        Optional<Node> written = schema.get("x-list");
        if (written.isEmpty()) {
            return ListPolicy.REPLACE;
        }
        if (written.get() instanceof Scalar scalar && scalar.text().equals("set")) {
            return ListPolicy.SET;
        }
        Node key = schema.mapping("x-list")
                .flatMap(policy -> policy.get("keyed"))
                .orElseThrow(() -> new IllegalStateException(name + ": no such list policy"));
        if (key instanceof Sequence fields) {
            return new ListPolicy.Keyed(new ItemKey.Fields(texts(fields.items())));
        }
        return switch (((Scalar) key).text()) {
            case "requirement" -> new ListPolicy.Keyed(new ItemKey.Requirement());
            case "env-item" -> new ListPolicy.Keyed(new ItemKey.EnvItem());
            default -> throw new IllegalStateException(name + ": no such item key");
        };
    }

    private static Optional<Long> number(Mapping schema, String keyword) {
        return schema.text(keyword).map(Long::valueOf);
    }

    private static List<String> texts(List<Node> items) {
        List<String> texts = new ArrayList<>(items.size());
        for (Node item : items) {
            texts.add(((Scalar) item).text());
        }
        return texts;
    }

    private static List<Node> items(Mapping schema, String keyword) {
        return schema.sequence(keyword).map(Sequence::items).orElse(List.of());
    }
}
