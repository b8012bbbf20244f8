package io.github.dagsterfleet.render;

import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.syntax.Format;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Printer;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes what one template prints, tells static text from values, and sees to it that every value stands alone. Used for
 * one artifact after the other.
 */
final class ArtifactWriter extends Writer implements Printer {
    /** In {@code char}s. The largest file of the sample has 8,000; one of this size is a loop gone wrong. */
    static final int MOST_TEXT = 4 << 20;

    private final Rendering rendering;
    private final StringBuilder text = new StringBuilder(1 << 14);
    private List<Placed> placed = new ArrayList<>();
    /** A value was printed last, so what follows must let it end there. */
    private boolean open;
    /** Printed before the next piece of a subtree; empty when there is nothing to give back. */
    private String lead = "";

    ArtifactWriter(Rendering rendering) {
        this.rendering = rendering;
    }

    /** Begins the next artifact. */
    void reset() {
        text.setLength(0);
        placed = new ArrayList<>();
        open = false;
        lead = "";
    }

    /** Nothing more will be printed. */
    void end() {
        close('\n');
        rendering.reads().settle();
    }

    /** The text of the artifact, with a line feed at its end; empty when nothing but blanks was printed. */
    String text() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        if (end > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        return end == 0 ? "" : text.toString();
    }

    /** Every value that was printed, in the order of the text. */
    List<Placed> placed() {
        return placed;
    }

    @Override
    public void write(char[] chars, int offset, int length) {
        if (length > 0) {
            prepare(chars[offset]);
            text.append(chars, offset, length);
        }
    }

    @Override
    public void write(String string, int offset, int length) {
        if (length > 0) {
            prepare(string.charAt(offset));
            text.append(string, offset, offset + length);
        }
    }

    /** What is about to be printed has no value behind it, and begins with this character. */
    private void prepare(char first) {
        close(first);
        rendering.reads().settle();
        limit();
    }

    private void close(char next) {
        if (open) {
            open = false;
            if (!rendering.format().mayFollow(next)) {
                throw rendering.glued("follows a printed value", next);
            }
        }
    }

    private void limit() {
        if (text.length() > MOST_TEXT) {
            throw rendering.overLimit("prints more than " + (MOST_TEXT >> 20) + " MiB");
        }
    }

    /** Prints a value of the model. */
    void print(Scalar value) {
        rendering.reads().printed(value);
        value(value, false);
    }

    /** Prints a value that the template computed. */
    void printComputed(String characters, ScalarType type, List<Node> sources) {
        List<Node> known = rendering.reads().computed(sources);
        value(new Scalar(characters, type, rendering.origin(known)), false);
    }

    /** Prints harmless characters as they are. */
    void printVerbatim(String characters, List<Node> sources) {
        List<Node> known = rendering.reads().computed(sources);
        close(characters.charAt(0));
        append(characters, Scalar.string(characters, rendering.origin(known)), true);
    }

    private void value(Scalar value, boolean verbatim) {
        Format format = rendering.format();
        if (!format.canHold(value)) {
            throw rendering.cannotHold(value);
        }
        String spelling = format.scalar(value);
        // A value that prints as nothing, such as an empty text in a dotenv file, still stands at its place.
        close(spelling.isEmpty() ? '\n' : spelling.charAt(0));
        if (!format.mayPrecede(before())) {
            throw rendering.glued("stands before a printed value", before());
        }
        append(spelling, value, verbatim);
        open = true;
    }

    private void append(String spelling, Scalar value, boolean verbatim) {
        limit();
        int start = text.length();
        text.append(spelling);
        placed.add(new Placed(start, text.length(), value, verbatim, rendering.element()));
    }

    private char before() {
        return text.length() == 0 ? '\n' : text.charAt(text.length() - 1);
    }

    /** Writes a subtree in the file's format at its place; nothing at all when the format writes nothing for it. */
    void emit(Node node, OwnLine line) {
        Format format = rendering.format();
        everyScalar(node, format);
        rendering.reads().printed(node);
        char before = before();
        boolean apart = node instanceof Scalar ? format.mayPrecede(before) : before == '\n' || before == ' ';
        if (open || !(apart || format.mayPrecede(before))) {
            throw rendering.glued("stands before a printed value", before);
        }
        lead = line.indentation(this);
        int start = text.length();
        format.emit(node, column() + lead.length(), this);
        lead = "";
        if (text.length() > start) {
            open = !line.ownsLineEnd();
            text.append(line.lineEnd());
        }
    }

    private void everyScalar(Node node, Format format) {
        if (node instanceof Scalar scalar) {
            if (!format.canHold(scalar)) {
                throw rendering.cannotHold(scalar);
            }
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> everyScalar(item, format));
        } else if (node instanceof Mapping mapping) {
            mapping.forEach(entry -> everyScalar(entry.value(), format));
        }
    }

    /** Prints lines that no reader of the file takes for data. */
    void printComment(String lines, OwnLine line) {
        prepare(lines.charAt(0));
        text.append(line.indentation(this)).append(lines).append(line.lineEnd());
    }

    @Override
    public void raw(String piece) {
        if (!piece.isEmpty()) {
            giveLead();
            limit();
            text.append(piece);
        }
    }

    @Override
    public void scalar(String spelling, Scalar value) {
        giveLead();
        append(spelling, value, false);
    }

    private void giveLead() {
        if (!lead.isEmpty()) {
            text.append(lead);
            lead = "";
        }
    }

    /** The column (1-based, in code points) at which the next character comes. */
    int column() {
        int start = lineStart();
        return 1 + text.codePointCount(start, text.length());
    }

    /** Whether the current line holds exactly these characters so far. */
    boolean lineIs(String characters) {
        int start = lineStart();
        return text.length() - start == characters.length() && text.indexOf(characters, start) == start;
    }

    private int lineStart() {
        return text.lastIndexOf("\n") + 1;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
