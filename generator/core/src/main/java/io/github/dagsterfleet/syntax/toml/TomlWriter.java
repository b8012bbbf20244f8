package io.github.dagsterfleet.syntax.toml;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Printer;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;

/**
 * Writes a mapping as a document: its own values first, then its tables in order, each under its header. A table that
 * holds nothing but tables has no header; lists of two and more values take a line for each.
 */
final class TomlWriter {
    private static final int STEP = 2;

    private final Printer out;
    private final int column;
    private boolean begun;

    /** What is written begins at the printer's place; further lines begin at {@code column}. */
    TomlWriter(Printer out, int column) {
        this.out = out;
        this.column = column;
    }

    void node(Node node) {
        if (node instanceof Mapping mapping) {
            table(mapping, "");
        } else {
            value(node);
        }
    }

    private void table(Mapping mapping, String path) {
        for (Mapping.Entry entry : mapping.entries()) {
            if (!isTable(entry.value())) {
                line();
                out.raw(TomlText.key(entry.name()) + " = ");
                value(entry.value());
            }
        }
        for (Mapping.Entry entry : mapping.entries()) {
            String name = path.isEmpty() ? TomlText.key(entry.name()) : path + "." + TomlText.key(entry.name());
            if (entry.value() instanceof Mapping table) {
                if (needsHeader(table)) {
                    header("[" + name + "]");
                }
                table(table, name);
            } else if (entry.value() instanceof Sequence sequence && isTable(sequence)) {
                for (Node item : sequence.items()) {
                    header("[[" + name + "]]");
                    table((Mapping) item, name);
                }
            }
        }
    }

    private static boolean needsHeader(Mapping table) {
        for (Mapping.Entry entry : table.entries()) {
            if (!isTable(entry.value())) {
                return true;
            }
        }
        return table.isEmpty();
    }

    /** A mapping, or a list of nothing but mappings. */
    private static boolean isTable(Node node) {
        if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                if (!(item instanceof Mapping)) {
                    return false;
                }
            }
            return !sequence.items().isEmpty();
        }
        return node instanceof Mapping;
    }

    private void header(String header) {
        if (begun) {
            out.raw("\n");
        }
        line();
        out.raw(header);
    }

    private void line() {
        if (begun) {
            out.newLine(column);
        }
        begun = true;
    }

    private void value(Node node) {
        if (!(node instanceof Sequence sequence) || sequence.items().size() < 2) {
            inline(node);
            return;
        }
        out.raw("[");
        for (Node item : sequence.items()) {
            out.newLine(column + STEP);
            inline(item);
            out.raw(",");
        }
        out.newLine(column);
        out.raw("]");
    }

    /** On the line where it begins. */
    private void inline(Node node) {
        if (node instanceof Scalar scalar) {
            out.scalar(TomlText.scalar(scalar), scalar);
        } else if (node instanceof Sequence sequence) {
            inlineList(sequence);
        } else if (node instanceof Mapping mapping) {
            inlineTable(mapping);
        }
    }

    private void inlineList(Sequence sequence) {
        out.raw("[");
        String before = "";
        for (Node item : sequence.items()) {
            out.raw(before);
            inline(item);
            before = ", ";
        }
        out.raw("]");
    }

    private void inlineTable(Mapping mapping) {
        if (mapping.isEmpty()) {
            out.raw("{}");
            return;
        }
        String before = "{ ";
        for (Mapping.Entry entry : mapping.entries()) {
            out.raw(before + TomlText.key(entry.name()) + " = ");
            inline(entry.value());
            before = ", ";
        }
        out.raw(" }");
    }
}
