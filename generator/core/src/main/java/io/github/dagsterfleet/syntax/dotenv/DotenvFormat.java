package io.github.dagsterfleet.syntax.dotenv;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Format;
import io.github.dagsterfleet.syntax.HashComment;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Printer;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourceText;
import java.util.Optional;
import java.util.Set;

/** Lines of {@code NAME=value}. */
public final class DotenvFormat implements Format {
    public static final DotenvFormat INSTANCE = new DotenvFormat();

    private DotenvFormat() {}

    /** Whether a shell takes it for the name of a variable: ASCII letters, digits and underscores, no digit first. */
    public static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    @Override
    public String name() {
        return "dotenv";
    }

    /** Always a mapping of texts; a name without {@code =} has the value null. An empty file is an empty mapping. */
    @Override
    public Optional<Node> read(SourceText text, Findings findings) {
        return Optional.of(DotenvReader.read(text, findings));
    }

    @Override
    public String scalar(Scalar value) {
        return DotenvText.value(value);
    }

    @Override
    public boolean canHold(Scalar value) {
        return DotenvText.canHold(value);
    }

    /** Who reads a value that {@linkplain #canHold can be held} as it was meant; python-dotenv always does. */
    public Set<DotenvDialect> readers(Scalar value) {
        return DotenvText.spelling(value).readers();
    }

    /**
     * A scalar, or a mapping of scalars, one a line.
     *
     * @throws IllegalArgumentException for lists, mappings in mappings, and names that no variable can have
     */
    @Override
    public void emit(Node node, int column, Printer printer) {
        if (node instanceof Mapping mapping) {
            boolean first = true;
            for (Mapping.Entry entry : mapping.entries()) {
                if (!first) {
                    printer.newLine(column);
                }
                first = false;
                line(entry, printer);
            }
        } else {
            value(node, printer);
        }
    }

    private static void line(Mapping.Entry entry, Printer printer) {
        if (!isName(entry.name())) {
            throw new IllegalArgumentException("not a name of a variable: " + entry.name());
        }
        printer.raw(entry.name() + "=");
        value(entry.value(), printer);
    }

    private static void value(Node node, Printer printer) {
        if (!(node instanceof Scalar scalar)) {
            throw new IllegalArgumentException("dotenv holds no " + node.kind().substring(2));
        }
        printer.scalar(DotenvText.value(scalar), scalar);
    }

    @Override
    public boolean mayPrecede(char before) {
        return before == '=';
    }

    @Override
    public boolean mayFollow(char after) {
        return after == '\n' || after == '\r';
    }

    @Override
    public Optional<String> comment(String text, int column) {
        return Optional.of(HashComment.lines(text, column));
    }
}
