package io.github.dagsterfleet.syntax.yaml;

import io.github.dagsterfleet.syntax.DoubleQuotes;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Printer;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.SyntaxFindings;

/** Writes block style: two columns deeper for each level, list items deeper than their key. */
final class YamlWriter {
    private static final int STEP = 2;

    private final Printer out;

    YamlWriter(Printer out) {
        this.out = out;
    }

    /** Writes from the printer's place on, which is at {@code column}. */
    void node(Node node, int column) {
        if (node instanceof Mapping mapping) {
            mapping(mapping, column);
        } else if (node instanceof Sequence sequence) {
            sequence(sequence, column);
        } else if (node instanceof Scalar scalar) {
            out.scalar(block(scalar), scalar);
        }
    }

    private void mapping(Mapping mapping, int column) {
        if (mapping.isEmpty()) {
            out.empty("{}", mapping);
            return;
        }
        boolean first = true;
        for (Mapping.Entry entry : mapping.entries()) {
            if (!first) {
                out.newLine(column);
            }
            first = false;
            String name = text(entry.name());
            if (isBlock(entry.value())) {
                out.raw(name + ":");
                out.newLine(column + STEP);
                node(entry.value(), column + STEP);
            } else {
                out.raw(name + ": ");
                node(entry.value(), column);
            }
        }
    }

    private void sequence(Sequence sequence, int column) {
        if (sequence.items().isEmpty()) {
            out.empty("[]", sequence);
            return;
        }
        boolean first = true;
        for (Node item : sequence.items()) {
            if (!first) {
                out.newLine(column);
            }
            first = false;
            out.raw("- ");
            node(item, column + STEP);
        }
    }

    private static boolean isBlock(Node node) {
        if (node instanceof Mapping mapping) {
            return !mapping.isEmpty();
        }
        return node instanceof Sequence sequence && !sequence.items().isEmpty();
    }

    private static String block(Scalar value) {
        return value.isString() ? text(value.text()) : typed(value);
    }

    private static String text(String text) {
        return PlainStyle.fitsBlock(text) ? text : DoubleQuotes.text(text);
    }

    /** For any place, in block or flow style. */
    static String anywhere(Scalar value) {
        if (!value.isString()) {
            return typed(value);
        }
        return PlainStyle.fitsAnywhere(value.text()) ? value.text() : DoubleQuotes.text(value.text());
    }

    private static String typed(Scalar value) {
        return switch (value.type()) {
            case INTEGER, FLOAT, BOOLEAN, NULL -> value.canonical().text();
            case STRING, DATETIME, AMBIGUOUS ->
                throw new IllegalArgumentException("YAML has no spelling for " + value.kind());
        };
    }

    /** Whether {@link #anywhere} has an answer. */
    static boolean canHold(Scalar value) {
        return switch (value.type()) {
            case INTEGER, FLOAT, BOOLEAN, NULL -> true;
            case STRING -> !SyntaxFindings.hasHalfCharacter(value.text());
            case DATETIME, AMBIGUOUS -> false;
        };
    }
}
