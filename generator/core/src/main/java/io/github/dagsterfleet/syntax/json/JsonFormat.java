package io.github.dagsterfleet.syntax.json;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Format;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Printer;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.Optional;

/** JSON as RFC 8259 has it, without comments. */
public final class JsonFormat implements Format {
    public static final JsonFormat INSTANCE = new JsonFormat();

    private static final SourcePath UNSHOWN = new SourcePath("unshown.json");

    private JsonFormat() {}

    @Override
    public String name() {
        return "JSON";
    }

    @Override
    public Optional<Node> read(SourceText text, Findings findings) {
        return PlainJson.read(text).or(() -> JsonReader.read(text, findings));
    }

    /** Reads a text of which nobody is shown a line, so that no finding could speak of it; empty when anything is wrong. */
    public static Optional<Node> readUnshown(String text) {
        Findings wrong = new Findings();
        Optional<Node> root = INSTANCE.read(new SourceText(UNSHOWN, text), wrong);
        return wrong.hasErrors() ? Optional.empty() : root;
    }

    /** Whether a document is a text that holds an object or a list: what comes of quoting JSON once too often. */
    public static boolean isInQuotes(Node root) {
        if (!(root instanceof Scalar scalar) || !scalar.isString()) {
            return false;
        }
        String inner = scalar.text().strip();
        return isWouldBeObject(inner)
                || ((inner.startsWith("{") || inner.startsWith("["))
                        && readUnshown(inner).isPresent());
    }

    /** Of an object that was quoted with care, but for the backslashes within its texts, nothing can be read any more. */
    private static boolean isWouldBeObject(String text) {
        return text.startsWith("{")
                && text.endsWith("}")
                && text.substring(1).stripLeading().startsWith("\"");
    }

    @Override
    public String scalar(Scalar value) {
        return JsonWriter.spelling(value);
    }

    @Override
    public boolean canHold(Scalar value) {
        return JsonWriter.canHold(value);
    }

    @Override
    public void emit(Node node, int column, Printer printer) {
        new JsonWriter(printer).node(node, column);
    }

    @Override
    public boolean mayPrecede(char before) {
        return "\n \t[{:,".indexOf(before) >= 0;
    }

    @Override
    public boolean mayFollow(char after) {
        return "\n\r \t,]}:".indexOf(after) >= 0;
    }

    @Override
    public Optional<String> comment(String text, int column) {
        return Optional.empty();
    }
}
