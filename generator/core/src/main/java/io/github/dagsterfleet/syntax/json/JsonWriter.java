package io.github.dagsterfleet.syntax.json;

import io.github.dagsterfleet.syntax.DoubleQuotes;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Printer;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.SyntaxFindings;

/** Writes two columns deeper for each level; empty mappings and lists of scalars take one line. */
final class JsonWriter {
    private static final int STEP = 2;

    private final Printer out;

    JsonWriter(Printer out) {
        this.out = out;
    }

    /** Writes from the printer's place on; the lines that follow are indented from {@code column} on. */
    void node(Node node, int column) {
        if (node instanceof Mapping mapping) {
            mapping(mapping, column);
        } else if (node instanceof Sequence sequence) {
            sequence(sequence, column);
        } else if (node instanceof Scalar scalar) {
            out.scalar(spelling(scalar), scalar);
        }
    }

    private void mapping(Mapping mapping, int column) {
        if (mapping.isEmpty()) {
            out.raw("{}");
            return;
        }
        String before = "{";
        for (Mapping.Entry entry : mapping.entries()) {
            out.raw(before);
            out.newLine(column + STEP);
            out.raw(DoubleQuotes.json(entry.name()) + ": ");
            node(entry.value(), column + STEP);
            before = ",";
        }
        out.newLine(column);
        out.raw("}");
    }

    private void sequence(Sequence sequence, int column) {
        if (isOfScalars(sequence)) {
            line(sequence);
            return;
        }
        String before = "[";
        for (Node item : sequence.items()) {
            out.raw(before);
            out.newLine(column + STEP);
            node(item, column + STEP);
            before = ",";
        }
        out.newLine(column);
        out.raw("]");
    }

    private void line(Sequence sequence) {
        out.raw("[");
        String before = "";
        for (Node item : sequence.items()) {
            out.raw(before);
            node(item, 1);
            before = ", ";
        }
        out.raw("]");
    }

    private static boolean isOfScalars(Sequence sequence) {
        for (Node item : sequence.items()) {
            if (!(item instanceof Scalar)) {
                return false;
            }
        }
        return true;
    }

    static String spelling(Scalar value) {
        if (!canHold(value)) {
            throw new IllegalArgumentException("JSON has no spelling for " + value.kind());
        }
        return value.isString()
                ? DoubleQuotes.json(value.text())
                : value.canonical().text();
    }

    /** JSON knows neither infinity nor dates. */
    static boolean canHold(Scalar value) {
        return switch (value.type()) {
            case INTEGER, BOOLEAN, NULL -> true;
            case FLOAT -> Character.isDigit(last(value.canonical().text()));
            case STRING -> !SyntaxFindings.hasHalfCharacter(value.text());
            case DATETIME, AMBIGUOUS -> false;
        };
    }

    private static char last(String text) {
        return text.charAt(text.length() - 1);
    }
}
