package io.github.dagsterfleet.syntax;

/** Puts the pieces together and remembers nothing of their kinds. */
public final class StringPrinter implements Printer {
    private final StringBuilder out = new StringBuilder();

    @Override
    public void raw(String text) {
        out.append(text);
    }

    @Override
    public void scalar(String printed, Scalar value) {
        out.append(printed);
    }

    /** What was written so far. */
    public String text() {
        return out.toString();
    }
}
