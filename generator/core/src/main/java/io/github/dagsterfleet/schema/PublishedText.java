package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Printer;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.StringPrinter;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.util.ArrayList;
import java.util.List;

/** The text of a schema and its definitions, made to be read by people as far as people wrote it. */
final class PublishedText {
    private static final String END = "\n}";

    private final Mapping head;
    private final List<String> definitions = new ArrayList<>();

    /** @param head all but the definitions */
    PublishedText(Mapping head) {
        this.head = head;
    }

    /** Adds a definition as somebody wrote it. */
    void written(String name, Node schema) {
        definitions.add(member(name) + indented(schema, 5));
    }

    /** Adds one that nobody wrote by hand, in one line: there is more of these than of all else. */
    void generated(String name, Node schema) {
        definitions.add(member(name) + line(schema));
    }

    String text() {
        String text = indented(head, 1);
        return text.substring(0, text.length() - END.length()) + among() + END + "\n";
    }

    private String among() {
        return definitions.isEmpty() ? "" : ",\n  \"$defs\": {\n" + String.join(",\n", definitions) + "\n  }";
    }

    private static String member(String name) {
        return "    \"" + name + "\": ";
    }

    private static String indented(Node node, int column) {
        StringPrinter printer = new StringPrinter();
        JsonFormat.INSTANCE.emit(node, column, printer);
        return printer.text();
    }

    private static String line(Node node) {
        StringPrinter printer = new StringPrinter();
        JsonFormat.INSTANCE.emit(node, 1, new OneLine(printer));
        return printer.text();
    }

    private record OneLine(Printer printer) implements Printer {
        @Override
        public void raw(String text) {
            printer.raw(text);
        }

        @Override
        public void newLine(int column) {}

        @Override
        public void scalar(String printed, Scalar value) {
            printer.scalar(printed, value);
        }
    }
}
