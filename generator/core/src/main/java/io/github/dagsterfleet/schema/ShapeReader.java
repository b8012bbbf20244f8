package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a tree as a shape has it: types scalars, expands shorthand, refuses what is unknown, missing, doubled or
 * exclusive. Reports every problem, and returns what it understood, so that one mistake hides no other. Works alike on
 * trees as read, whose findings point to where they stand, and on merged and derived trees, whose findings point to the
 * line that won.
 *
 * <p>Knows nothing of operators: layers are read by package {@code layer}, with the same pieces.
 */
public final class ShapeReader {
    private final Shape root;
    private final Reading reading;
    private final Findings findings;
    private final Optional<Shape> left;
    private final ScalarTyping scalars;
    private final KnownKeys keys;
    private final Around around = new Around();

    /** @param root the shape of the whole file or document */
    public ShapeReader(Shape root, Reading reading, Findings findings) {
        this(root, reading, findings, Optional.empty());
    }

    private ShapeReader(Shape root, Reading reading, Findings findings, Optional<Shape> left) {
        this.root = root;
        this.reading = reading;
        this.findings = findings;
        this.left = left;
        this.scalars = new ScalarTyping(reading, findings);
        this.keys = new KnownKeys(root);
    }

    /** The same reader, which leaves mappings of this shape as they are, such as the layers in base.yaml. */
    public ShapeReader leaving(Shape part) {
        return new ShapeReader(root, reading, findings, Optional.of(part));
    }

    /** Reads a whole file or document; empty when nothing of it could be understood. */
    public Optional<Node> read(Node node) {
        return read(node, root, Subject.TOP);
    }

    /** A shape is one object wherever it is referred to; to compare two by what is in them would take long. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isLeft(Shape shape) {
        return left.isPresent() && shape == left.get();
    }

    /** Reads a part. */
    public Optional<Node> read(Node node, Shape shape, Subject subject) {
        if (node instanceof Mapping && isLeft(shape)) {
            return Optional.of(node);
        }
        Node expanded = shape.expanded(node);
        if (expanded instanceof Mapping mapping) {
            return mapping(mapping, shape, subject);
        }
        if (expanded instanceof Sequence sequence) {
            return list(sequence, shape, subject);
        }
        return scalars.type((Scalar) expanded, shape, subject).map(typed -> typed);
    }

    private Optional<Node> mapping(Mapping mapping, Shape shape, Subject subject) {
        if (shape.mapping().isEmpty() && !shape.isUntyped()) {
            findings.add(SchemaFindings.kind(mapping, shape, subject));
            return Optional.empty();
        }
        Mapping.Builder typed = Mapping.builder();
        List<String> unknown = new ArrayList<>(0);
        around.enter(mapping, shape);
        for (Mapping.Entry entry : mapping.entries()) {
            Optional<Shape> below = shape.below(entry.name());
            if (below.isPresent()) {
                Optional<Node> value = read(entry.value(), below.get(), Subject.below(entry.name()));
                if (value.isPresent()) {
                    typed.put(shape.named(entry.key()), value.get());
                }
            } else {
                findings.add(keys.unknown(entry, shape, subject, around));
                unknown.add(entry.name());
            }
        }
        around.leave();
        if (shape.mapping().isPresent()) {
            ExclusiveKeys.report(mapping, shape.mapping().get(), findings);
            KeySpellings.report(mapping, shape, findings);
            if (reading.isComplete()) {
                reportMissing(mapping, shape, subject, unknown);
            }
        }
        return Optional.of(typed.build(mapping.origin()));
    }

    /** A key that is missing because it is misspelt has been reported already. */
    private void reportMissing(Mapping mapping, Shape shape, Subject subject, List<String> unknown) {
        MappingShape due = shape.mapping().orElseThrow();
        for (String key : due.required()) {
            if (!mapping.has(key) && Suggestions.nearest(key, unknown).isEmpty()) {
                findings.add(SchemaFindings.missing(mapping, key, shape, subject));
            }
        }
        if (mapping.size() < due.minimumKeys()) {
            findings.add(SchemaFindings.tooFewKeys(mapping, due, subject));
        }
    }

    private Optional<Node> list(Sequence sequence, Shape shape, Subject subject) {
        if (shape.list().isEmpty() && !shape.isUntyped()) {
            findings.add(SchemaFindings.kind(sequence, shape, subject));
            return Optional.empty();
        }
        Shape item = shape.item();
        List<Node> typed = new ArrayList<>(sequence.items().size());
        for (Node node : sequence.items()) {
            Optional<Node> value = read(node, item, subject.items());
            if (value.isPresent()) {
                typed.add(value.get());
            }
        }
        ListItems.reportDuplicates(typed, shape, findings);
        int minimum = shape.list().map(ListShape::minimumItems).orElse(0);
        if (reading.isComplete() && sequence.items().size() < minimum) {
            findings.add(SchemaFindings.tooFewItems(sequence, subject, minimum));
        }
        return Optional.of(new Sequence(typed, sequence.origin()));
    }
}
