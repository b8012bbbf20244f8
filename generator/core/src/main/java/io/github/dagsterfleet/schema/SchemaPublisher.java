package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.StringPrinter;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes the schema of one kind of document as JSON Schema that any validator and editor understands: only the
 * definitions it needs, and in layers also operators and references, so that it accepts what our reader accepts.
 *
 * <p>A definition may be needed in up to three forms: as it is, in a layer ({@code layered.x}), and in a layer where an
 * operator may stand for it ({@code patch.x}).
 */
public final class SchemaPublisher {
    private final Mapping documents = Definitions.ofDocuments();
    private final Mapping operators = Definitions.ofOperators();
    private final SchemaNodes nodes = new SchemaNodes(documents.origin());
    private final Map<String, Node> needed = new LinkedHashMap<>();
    private final Deque<Runnable> owed = new ArrayDeque<>();

    private SchemaPublisher() {}

    /** The text of the file named {@link SchemaKind#fileName}. */
    public static String publish(SchemaKind kind) {
        StringPrinter printer = new StringPrinter();
        JsonFormat.INSTANCE.emit(new SchemaPublisher().schema(kind), 1, printer);
        return printer.text() + "\n";
    }

    /** Every schema by the name of its file. */
    public static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        for (SchemaKind kind : SchemaKind.values()) {
            all.put(kind.fileName(), publish(kind));
        }
        return all;
    }

    private Mapping schema(SchemaKind kind) {
        Mapping root = definition(kind.id());
        Mapping.Builder out = Mapping.builder()
                .put("$schema", nodes.text("https://json-schema.org/draft/2020-12/schema"))
                .put("$id", nodes.text("urn:dagster-fleet:" + kind.id() + ":1"))
                .putAll((Mapping) new PublishedSchema(this, kind.reading(), kind.id()).value(root));
        while (!owed.isEmpty()) {
            owed.removeFirst().run();
        }
        Mapping.Builder definitions = Mapping.builder();
        needed.forEach(definitions::put);
        return nodes.build(out.put("$defs", nodes.build(definitions)));
    }

    SchemaNodes nodes() {
        return nodes;
    }

    Mapping definition(String name) {
        return documents.mapping(name).orElseThrow(() -> new IllegalStateException(name + ": unknown"));
    }

    /** The name under which a definition is published for this reading. */
    String value(String name, Reading reading) {
        return value(name, definition(name), reading);
    }

    /** The same, in a layer, for a part of a definition, under a name made of where it stands. */
    String layered(String name, Node schema) {
        return value(name, schema, Reading.LAYER);
    }

    private String value(String name, Node schema, Reading reading) {
        String published = reading == Reading.LAYER ? "layered." + name : name;
        need(published, () -> new PublishedSchema(this, reading, name).value(schema));
        return published;
    }

    /** The name under which a definition is published where an operator may stand for it. */
    String patch(String name) {
        return patch(name, definition(name));
    }

    /** The same for a part of a definition, under a name made of where it stands. */
    String patch(String name, Node schema) {
        String published = "patch." + name;
        need(published, () -> {
            String value = value(name, schema, Reading.LAYER);
            return new PublishedSchema(this, Reading.LAYER, name).patch(schema, value, published);
        });
        return published;
    }

    /** The name of a definition about operators, which is published as it is. */
    String operator(String name) {
        Node schema = operators.get(name).orElseThrow(() -> new IllegalStateException(name + ": unknown"));
        need(name, () -> {
            Set<String> others = new LinkedHashSet<>();
            collectReferences(schema, others);
            others.forEach(this::operator);
            return schema;
        });
        return name;
    }

    private static void collectReferences(Node node, Set<String> names) {
        if (node instanceof Mapping mapping) {
            mapping.forEach(entry -> {
                if (entry.name().equals("$ref") && entry.value() instanceof Scalar reference) {
                    names.add(Definitions.referred(reference.text()));
                }
                collectReferences(entry.value(), names);
            });
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> collectReferences(item, names));
        }
    }

    private void need(String published, Supplier<Node> schema) {
        if (!needed.containsKey(published)) {
            needed.put(published, nodes.flag(true));
            owed.addLast(() -> needed.put(published, schema.get()));
        }
    }
}
