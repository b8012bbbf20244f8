package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes a document at one random place, the way people do by mistake. */
final class Mutation {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "A b",
            "Ünï",
            "true",
            "12",
            "1.5",
            "a#b",
            "a/b",
            "../x",
            "k8s",
            "json",
            "server",
            "250m",
            "16Gi",
            "version",
            "${vars.x}",
            "a-${vars.x}",
            "$${x}",
            "a".repeat(70));

    private final Random random;
    private final Origin origin;

    /** @param origin of everything in the changed document: what is moved would stand before its own key otherwise */
    Mutation(long seed, Origin origin) {
        this.random = new Random(seed);
        this.origin = origin;
    }

    Node of(Node document) {
        return placed(at(document, random.nextInt(size(document)), document));
    }

    private Node placed(Node node) {
        if (node instanceof Mapping mapping) {
            Mapping.Builder out = Mapping.builder();
            mapping.forEach(entry -> out.put(Scalar.string(entry.name(), origin), placed(entry.value())));
            return out.build(origin);
        }
        return node instanceof Sequence sequence
                ? new Sequence(sequence.items().stream().map(this::placed).toList(), origin)
                : node.withOrigin(origin);
    }

    private static int size(Node node) {
        int size = 1;
        if (node instanceof Mapping mapping) {
            size += mapping.entries().stream()
                    .mapToInt(entry -> size(entry.value()))
                    .sum();
        } else if (node instanceof Sequence sequence) {
            size += sequence.items().stream().mapToInt(Mutation::size).sum();
        }
        return size;
    }

    private Node at(Node node, int index, Node document) {
        if (index == 0) {
            return changed(node, document);
        }
        int left = index - 1;
        if (node instanceof Mapping mapping) {
            Mapping.Builder out = Mapping.builder();
            for (Mapping.Entry entry : mapping.entries()) {
                boolean here = left >= 0 && left < size(entry.value());
                out.put(entry.key(), here ? at(entry.value(), left, document) : entry.value());
                left -= size(entry.value());
            }
            return out.build(origin);
        }
        List<Node> items = new ArrayList<>();
        for (Node item : ((Sequence) node).items()) {
            boolean here = left >= 0 && left < size(item);
            items.add(here ? at(item, left, document) : item);
            left -= size(item);
        }
        return new Sequence(items, origin);
    }

    private Node changed(Node node, Node document) {
        return switch (random.nextInt(node instanceof Scalar ? 8 : 14)) {
            case 0 -> new Sequence(List.of(node), origin);
            case 1 ->
                Mapping.builder()
                        .put(random.nextBoolean() ? "value" : "env", node)
                        .build(origin);
            case 2 -> new Scalar("null", ScalarType.NULL, origin);
            case 3 -> somewhere(document);
            case 4 -> operator(node);
            case 5, 6, 7 -> scalar();
            default -> node instanceof Mapping mapping ? mapping(mapping, document) : list((Sequence) node, document);
        };
    }

    /** In layers it stands for a value, right or wrong; elsewhere it is a mapping like any other. */
    private Mapping operator(Node node) {
        Mapping.Builder out = Mapping.builder();
        switch (random.nextInt(8)) {
            case 0 -> out.put("$remove", number(ScalarType.BOOLEAN, "true", "false"));
            case 1 -> out.put("$reset", Scalar.string(random.nextBoolean() ? "base" : "profile:gpu", origin));
            case 2 -> out.put("$replace", node);
            case 3 -> out.put("$lock", node);
            case 4 -> out.put("$lock", node).put("$reason", scalar());
            case 5 -> out.put("$append", node).put("$remove", node);
            case 6 -> out.put("$merge", node).put("$prepend", node);
            default -> out.put("$append", node).put("plain", node);
        }
        return out.build(origin);
    }

    private Scalar scalar() {
        return switch (random.nextInt(6)) {
            case 0 -> number(ScalarType.INTEGER, "0", "1", "7", "-1", "2026");
            // No 2.0: JSON Schema takes it for a whole number, Dagster and we do not.
            case 1 -> number(ScalarType.FLOAT, "0.5", "1.10", "-2.5");
            case 2 -> number(ScalarType.BOOLEAN, "true", "false");
            default -> Scalar.string(TEXTS.get(random.nextInt(TEXTS.size())), origin);
        };
    }

    private Scalar number(ScalarType type, String... texts) {
        return new Scalar(texts[random.nextInt(texts.length)], type, origin);
    }

    private Mapping mapping(Mapping mapping, Node document) {
        List<String> keys = List.copyOf(mapping.keys());
        if (keys.isEmpty() || random.nextInt(4) == 0) {
            String key = random.nextBoolean() ? "surplus" : TEXTS.get(random.nextInt(TEXTS.size()));
            return mapping.toBuilder().put(key, somewhere(document)).build(origin);
        }
        String key = keys.get(random.nextInt(keys.size()));
        Node value = mapping.get(key).orElseThrow();
        Mapping.Builder without = mapping.toBuilder().remove(key);
        return switch (random.nextInt(3)) {
            case 0 -> without.build(origin);
            case 1 -> without.put(key + "s", value).build(origin);
            default -> without.put(sibling(document), value).build(origin);
        };
    }

    /** A key that is known somewhere in the document. */
    private String sibling(Node document) {
        Node node = somewhere(document);
        return node instanceof Mapping mapping && !mapping.isEmpty()
                ? List.copyOf(mapping.keys()).get(random.nextInt(mapping.size()))
                : "image";
    }

    private Sequence list(Sequence sequence, Node document) {
        List<Node> items = new ArrayList<>(sequence.items());
        switch (random.nextInt(4)) {
            case 0 -> items.clear();
            case 1 -> items.add(somewhere(document));
            case 2 -> items.addAll(sequence.items());
            default -> items.remove(items.isEmpty() ? scalar() : items.get(random.nextInt(items.size())));
        }
        return new Sequence(items, origin);
    }

    private Node somewhere(Node document) {
        Node at = document;
        int steps = 1 + random.nextInt(6);
        for (int i = 0; i < steps; i++) {
            List<Node> below = at instanceof Mapping mapping
                    ? mapping.entries().stream().map(Mapping.Entry::value).toList()
                    : at instanceof Sequence sequence ? sequence.items() : List.of();
            if (below.isEmpty()) {
                break;
            }
            at = below.get(random.nextInt(below.size()));
        }
        return at;
    }
}
