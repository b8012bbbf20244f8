package io.github.dagsterfleet.render;

import io.github.dagsterfleet.render.Placed.Making;
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
    /** In {@code char}s. The longest file of the sample has 8,000; one of this size is a loop gone wrong. */
    static final int MOST_TEXT = 4 << 20;

    private final Rendering rendering;
    private final TextBuffer text = new TextBuffer();
    private List<Placed> placed = new ArrayList<>();
    /** A value was printed last, so what follows must let it end there. */
    private boolean open;
    /** Comes before the next piece of a subtree, if there is one. */
    private String lead = "";

    ArtifactWriter(Rendering rendering) {
        this.rendering = rendering;
    }

    /** Begins the next artifact. */
    void reset() {
        text.clear();
        placed = new ArrayList<>();
        open = false;
        lead = "";
    }

    /** Nothing more will be printed. */
    void end() {
        prepare('\n');
    }

    /** The text of the artifact, with a line feed at its end; empty when nothing but blanks was printed. */
    String text() {
        if (text.isBlank()) {
            return "";
        }
        if (text.last() != '\n') {
            text.newLine(1);
        }
        return text.toString();
    }

    /** How much was printed so far. */
    int length() {
        return text.length();
    }

    /** What was printed from one length to another. */
    String text(int from, int to) {
        return text.substring(from, to);
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
        alone(value, Making.SAID);
    }

    /** Prints a value that the template computed. */
    void printComputed(String characters, ScalarType type, List<Node> sources) {
        List<Node> known = rendering.reads().computed(sources);
        alone(new Scalar(characters, type, rendering.origin(known)), Making.COMPUTED);
    }

    /** Prints harmless characters as they are. */
    void printVerbatim(String characters, List<Node> sources) {
        List<Node> known = rendering.reads().computed(sources);
        close(characters.charAt(0));
        place(characters, Scalar.string(characters, rendering.origin(known)), Making.VERBATIM);
    }

    private void alone(Scalar value, Making making) {
        Format format = rendering.format();
        if (!format.canHold(value)) {
            throw rendering.cannotHold(List.of(value));
        }
        String spelling = format.scalar(value);
        // A value that prints as nothing, such as an empty text in a dotenv file, still stands at its place.
        close(spelling.isEmpty() ? '\n' : spelling.charAt(0));
        if (!format.mayPrecede(text.last())) {
            throw rendering.glued("stands before a printed value", text.last());
        }
        place(spelling, value, making);
        open = true;
    }

    private void place(String spelling, Scalar value, Making making) {
        limit();
        int start = text.length();
        text.append(spelling);
        placed.add(new Placed(start, text.length(), value, making, rendering.element()));
    }

    /** Writes a subtree in the file's format at its place; nothing at all when the format writes nothing for it. */
    void emit(Node node, OwnLine line) {
        Format format = rendering.format();
        List<Scalar> unspeakable = new ArrayList<>();
        findUnspeakable(node, format, unspeakable);
        if (!unspeakable.isEmpty()) {
            throw rendering.cannotHold(unspeakable);
        }
        rendering.reads().printed(node);
        char before = text.last();
        boolean apart = node instanceof Scalar ? format.mayPrecede(before) : before == '\n' || before == ' ';
        if (open || !(apart || format.mayPrecede(before))) {
            throw rendering.glued("stands before a printed value", before);
        }
        lead = line.indentation(text);
        int start = text.length();
        format.emit(node, text.column() + lead.length(), this);
        lead = "";
        if (text.length() > start) {
            open = !line.ownsLineEnd();
            text.append(line.lineEnd());
        }
    }

    private static void findUnspeakable(Node node, Format format, List<Scalar> found) {
        if (node instanceof Scalar scalar) {
            if (!format.canHold(scalar)) {
                found.add(scalar);
            }
        } else if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                findUnspeakable(item, format, found);
            }
        } else if (node instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                findUnspeakable(entry.value(), format, found);
            }
        }
    }

    /** The column (1-based, in code points) of what a directive on this line prints. */
    int column(OwnLine line) {
        return text.column() + line.indentation(text).length();
    }

    /** Prints lines that no reader of the file takes for data. */
    void printComment(String lines, OwnLine line) {
        prepare(lines.charAt(0));
        text.append(line.indentation(text));
        text.append(lines);
        text.append(line.lineEnd());
    }

    @Override
    public void raw(String piece) {
        if (!piece.isEmpty()) {
            giveLead();
            text.append(piece);
        }
    }

    @Override
    public void newLine(int column) {
        giveLead();
        text.newLine(column);
    }

    @Override
    public void scalar(String spelling, Scalar value) {
        giveLead();
        place(spelling, value, Making.SAID);
    }

    private void giveLead() {
        if (!lead.isEmpty()) {
            text.append(lead);
            lead = "";
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
