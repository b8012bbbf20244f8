package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Printer;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.StringPrinter;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.util.List;

/** The text of a schema and its definitions, made to be read by people as far as people wrote it. */
final class PublishedText {
    private static final String END = "\n}";

    private PublishedText() {}

    /**
     * @param head all but the definitions
     * @param definitions the members that they are
     */
    static String of(Mapping head, List<String> definitions) {
        String text = indented(head, 1);
        return text.substring(0, text.length() - END.length()) + among(definitions) + END + "\n";
    }

    private static String among(List<String> definitions) {
        return definitions.isEmpty() ? "" : ",\n  \"$defs\": {\n" + String.join(",\n", definitions) + "\n  }";
    }

    static String indented(Node node, int column) {
        StringPrinter printer = new StringPrinter();
        JsonFormat.INSTANCE.emit(node, column, printer);
        return printer.text();
    }

    static String line(Node node) {
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
