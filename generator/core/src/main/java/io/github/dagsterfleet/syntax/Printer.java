package io.github.dagsterfleet.syntax;

/** Takes what a {@link Format} writes, piece by piece and in order. */
public interface Printer {
    /** Keys, punctuation, indentation and line feeds. */
    void raw(String text);

    /** Ends the line and indents the next one, so that what follows begins at {@code column} (1-based). */
    default void newLine(int column) {
        raw("\n" + " ".repeat(column - 1));
    }

    /**
     * One value, as the format spells it. What is printed here is what the verification later looks for at this very
     * place.
     */
    void scalar(String printed, Scalar value);

    /** A mapping or list without content. */
    default void empty(String printed, Node value) {
        raw(printed);
    }
}
