package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes the schema of each kind of document as JSON Schema that any validator and editor understands: only the
 * definitions it needs, and in layers also operators and references, so that it accepts what our reader accepts.
 *
 * <p>A definition may be needed in up to three forms: as it is, in a layer ({@code layered.x}), and in a layer where an
 * operator may stand for it ({@code patch.x}).
 */
public final class SchemaPublisher {
    private static final String LAYERED = "layered.";
    private static final String PATCH = "patch.";

    private final Mapping documents;
    private final Mapping kubernetes;
    private final Mapping operators;
    private final SchemaNodes nodes;
    private final Map<String, Node> made = new HashMap<>();
    /** Of what was made, what some schema has shown. */
    private final Map<String, PublishedDefinition> published = new HashMap<>();

    private final Deque<Runnable> owed = new ArrayDeque<>();

    private SchemaPublisher(Mapping documents, Mapping kubernetes, Mapping operators) {
        this.documents = documents;
        this.kubernetes = kubernetes;
        this.operators = operators;
        this.nodes = new SchemaNodes(documents.origin());
    }

    /** The text of the file named {@link SchemaKind#fileName}. */
    public static String publish(SchemaKind kind) {
        return new SchemaPublisher(Definitions.ofDocuments(), Definitions.ofKubernetes(), Definitions.ofOperators())
                .text(kind);
    }

    /** Every schema, and the catalogue of those for Dagster's own files, by the name of its file. */
    public static Map<String, String> all() {
        Mapping documents = Definitions.ofDocuments();
        Mapping kubernetes = Definitions.ofKubernetes();
        Mapping operators = Definitions.ofOperators();
        // One definition reads differently in sources and in documents, so these share nothing.
        SchemaPublisher ofSources = new SchemaPublisher(documents, kubernetes, operators);
        SchemaPublisher ofDocuments = new SchemaPublisher(documents, kubernetes, operators);
        Map<String, String> all = new LinkedHashMap<>();
        for (SchemaKind kind : SchemaKind.values()) {
            boolean document = kind.reading() == Reading.DOCUMENT;
            all.put(kind.fileName(), (document ? ofDocuments : ofSources).text(kind));
        }
        all.put(SchemaCatalog.FILE_NAME, new SchemaCatalog(documents).text());
        return all;
    }

    private String text(SchemaKind kind) {
        Mapping root = (Mapping) new PublishedSchema(this, kind.reading(), kind.id()).value(definition(kind.id()));
        while (!owed.isEmpty()) {
            owed.removeFirst().run();
        }
        Mapping head = nodes.build(Mapping.builder()
                .put("$schema", nodes.text("https://json-schema.org/draft/2020-12/schema"))
                .put("$id", nodes.text("urn:dagster-fleet:" + kind.id() + ":1"))
                .putAll(root));
        List<String> members = new ArrayList<>();
        for (String name : reachable(root)) {
            members.add(published(name).member());
        }
        return PublishedText.of(head, members);
    }

    /** Whether a definition, in whichever form, is one that nobody wrote by hand. */
    boolean isOfKubernetes(String name) {
        return kubernetes.has(
                name.startsWith(PATCH)
                        ? name.substring(PATCH.length())
                        : name.startsWith(LAYERED) ? name.substring(LAYERED.length()) : name);
    }

    /** Only when nothing is owed any more. */
    private PublishedDefinition published(String name) {
        return published.computeIfAbsent(name, unseen -> {
            Node node = made.get(name);
            if (node == null) {
                throw new IllegalStateException(name + ": not made");
            }
            return isOfKubernetes(name)
                    ? PublishedDefinition.generated(name, node)
                    : PublishedDefinition.written(name, node);
        });
    }

    /** The names of all definitions that a schema leads to, the nearest first. */
    private Set<String> reachable(Node root) {
        Set<String> found = new LinkedHashSet<>();
        Deque<Set<String>> open = new ArrayDeque<>(List.of(PublishedDefinition.references(root)));
        while (!open.isEmpty()) {
            for (String name : open.removeFirst()) {
                if (found.add(name)) {
                    open.addLast(published(name).references());
                }
            }
        }
        return found;
    }

    SchemaNodes nodes() {
        return nodes;
    }

    Mapping definition(String name) {
        return documents
                .mapping(name)
                .or(() -> kubernetes.mapping(name))
                .orElseThrow(() -> new IllegalStateException(name + ": unknown"));
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
        return need(reading == Reading.LAYER ? LAYERED + name : name, () -> new PublishedSchema(this, reading, name)
                .wordless(schema));
    }

    /** The name under which a definition is published where an operator may stand for it. */
    String patch(String name) {
        return patch(name, definition(name));
    }

    /** The same for a part of a definition, under a name made of where it stands. */
    String patch(String name, Node schema) {
        String published = PATCH + name;
        return need(published, () -> {
            PublishedSchema values = new PublishedSchema(this, Reading.LAYER, name);
            PublishedPatch patch = new PublishedPatch(this, values, published);
            return switch (values.type(schema)) {
                case "array" -> patch.list((Mapping) schema);
                case "object" -> patch.mapping((Mapping) schema, layered(name, schema));
                case "" -> patch.any(layered(name, schema));
                default -> patch.scalar((Mapping) schema);
            };
        });
    }

    /** The name of a definition about operators, which is published as it is. */
    String operator(String name) {
        return need(name, () -> {
            Node schema = operators.get(name).orElseThrow(() -> new IllegalStateException(name + ": unknown"));
            PublishedDefinition.references(schema).forEach(this::operator);
            return schema;
        });
    }

    /** What a definition needs is made after it, so that definitions may lead back to themselves. */
    private String need(String published, Supplier<Node> schema) {
        if (!made.containsKey(published)) {
            made.put(published, nodes.flag(true));
            owed.addLast(() -> made.put(published, schema.get()));
        }
        return published;
    }
}
