package io.github.dagsterfleet.schema;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.layer.LayerReader;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.StringPrinter;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What our reader and a JSON Schema validator say of a document of one kind. */
final class Verdicts {
    private static final Shapes SHAPES = Shapes.standard();

    private final SchemaKind kind;
    private final JsonSchema published;

    private Verdicts(SchemaKind kind) {
        this.kind = kind;
        // Loading every reference before it is needed takes the validator ten seconds for a schema of layers.
        SchemaValidatorsConfig lazy =
                SchemaValidatorsConfig.builder().preloadJsonSchema(false).build();
        this.published = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaPublisher.publish(kind), lazy);
    }

    static Map<SchemaKind, Verdicts> ofEveryKind() {
        Map<SchemaKind, Verdicts> all = new EnumMap<>(SchemaKind.class);
        for (SchemaKind kind : SchemaKind.values()) {
            all.put(kind, new Verdicts(kind));
        }
        return all;
    }

    /** Every error that our readers find; layers within the document are read as layers. */
    List<Finding> ours(Node document) {
        Findings findings = new Findings();
        if (kind != SchemaKind.REPO) {
            new ShapeReader(SHAPES.kind(kind), kind.reading(), findings)
                    .leaving(SHAPES.repo())
                    .read(document);
        } else if (!(document instanceof Mapping)) {
            findings.add(SchemaFindings.kind(document, SHAPES.repo(), Subject.TOP));
        }
        readLayers(document, SHAPES.kind(kind), findings);
        return findings.list().stream().filter(Finding::isError).toList();
    }

    private static void readLayers(Node node, Shape shape, Findings findings) {
        if (shape.equals(SHAPES.repo())) {
            if (node instanceof Mapping layer) {
                new LayerReader(shape).read(layer, findings);
            }
        } else if (node instanceof Mapping mapping) {
            mapping.forEach(
                    entry -> below(shape, entry.name()).ifPresent(child -> readLayers(entry.value(), child, findings)));
        } else if (node instanceof Sequence sequence && shape.list().isPresent()) {
            sequence.items().forEach(item -> readLayers(item, shape.item(), findings));
        }
    }

    private static Optional<Shape> below(Shape shape, String key) {
        return shape.isUntyped() ? Optional.empty() : shape.below(key);
    }

    /** The validator's complaints. */
    List<String> theirs(Node document) {
        return published.validate(json(document), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    static String json(Node document) {
        StringPrinter printer = new StringPrinter();
        JsonFormat.INSTANCE.emit(document, 1, printer);
        return printer.text();
    }
}
