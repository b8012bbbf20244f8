package io.github.dagsterfleet.syntax;

/** Takes what a {@link Format} writes, piece by piece and in order. */
public interface Printer {
    /** Keys, punctuation, indentation and line feeds. */
    void raw(String text);

    /**
     * One value, as the format spells it. What is printed here is what the verification later looks for at this very
     * place.
     */
    void scalar(String printed, Scalar value);
}
