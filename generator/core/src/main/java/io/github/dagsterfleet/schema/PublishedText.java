package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Printer;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.StringPrinter;
import io.github.dagsterfleet.syntax.json.JsonFormat;

/** The text of a schema and its definitions, made to be read by people as far as people wrote it. */
final class PublishedText {
    private static final String END = "\n}";

    private final StringBuilder out = new StringBuilder();
    private String before = ",\n  \"$defs\": {\n";

    /** @param head all but the definitions */
    PublishedText(Mapping head) {
        String text = indented(head, 1);
        out.append(text, 0, text.length() - END.length());
    }

    /** @param inOneLine for what nobody wrote by hand, of which there is more than of all else */
    void definition(String name, Node schema, boolean inOneLine) {
        out.append(before).append("    \"").append(name).append("\": ");
        out.append(inOneLine ? line(schema) : indented(schema, 5));
        before = ",\n";
    }

    String text() {
        return out + "\n  }" + END + "\n";
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
