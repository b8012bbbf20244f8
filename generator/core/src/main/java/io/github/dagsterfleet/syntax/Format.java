package io.github.dagsterfleet.syntax;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourceText;
import java.util.Optional;

/**
 * One file format: a reader into the tree, a writer from it, and what a template may print where. Implementations are
 * immutable and hold no state.
 */
public interface Format {
    /** The name in messages: {@code YAML}, {@code TOML}, {@code JSON}, {@code dotenv}. */
    String name();

    /**
     * The file as a tree whose origins are spans. Empty when it is not of this format; then at least one error is among
     * the findings. A tree may come with errors too (duplicate keys, say), where the format lets the reader go on.
     */
    Optional<Node> read(SourceText text, Findings findings);

    /**
     * One value, complete and quoted only where some reader would take the bare text for something else.
     *
     * @throws IllegalArgumentException for a value that the format cannot hold; ask {@link #canHold} first
     */
    String scalar(Scalar value);

    /** Whether the format has a spelling for this value: dotenv has none for a NUL, say. */
    boolean canHold(Scalar value);

    /**
     * Writes a subtree. The first character comes at the printer's place, which is {@code column} (1-based) of its line;
     * every further line is indented to that column; there is no line feed at the end.
     */
    void emit(Node node, int column, Printer printer);

    /** A whole file: the node at its beginning, and a line feed at the end. */
    default String write(Node node) {
        StringPrinter printer = new StringPrinter();
        emit(node, 1, printer);
        return printer.text() + "\n";
    }

    /** Whether a scalar may begin behind this character; the beginning of a file counts as a line feed. */
    boolean mayPrecede(char before);

    /** Whether a scalar may end before this character; the end of a file counts as a line feed. */
    boolean mayFollow(char after);

    /**
     * The text as comment lines of this format, each beginning at {@code column}, without a line feed at the end; empty
     * for a format without comments. Control characters are escaped.
     */
    Optional<String> comment(String text, int column);
}
