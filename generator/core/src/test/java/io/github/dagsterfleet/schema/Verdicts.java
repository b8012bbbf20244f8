package io.github.dagsterfleet.schema;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.StringPrinter;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.util.List;
import java.util.Optional;

/** What our reader and a JSON Schema validator say of a document of one kind. */
final class Verdicts {
    private static final Shapes SHAPES = Shapes.standard();

    private final SchemaKind kind;
    private final JsonSchema published;

    Verdicts(SchemaKind kind) {
        this.kind = kind;
        this.published = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaPublisher.publish(kind));
    }

    /** Everything our reader finds; layers within the document are read as layers. */
    List<Finding> ours(Node document) {
        Findings findings = new Findings();
        new ShapeReader(SHAPES.kind(kind), kind.reading(), findings)
                .leaving(kind == SchemaKind.REPO ? Shape.UNTYPED : SHAPES.repo())
                .read(document);
        if (kind != SchemaKind.REPO) {
            readLayers(document, SHAPES.kind(kind), findings);
        }
        return findings.list();
    }

    private static void readLayers(Node node, Shape shape, Findings findings) {
        if (shape.equals(SHAPES.repo())) {
            new ShapeReader(SHAPES.repo(), Reading.LAYER, findings).read(node);
        } else if (node instanceof Mapping mapping) {
            mapping.forEach(entry -> below(shape, entry.name())
                    .ifPresent(child -> readLayers(entry.value(), child, findings)));
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
