package io.github.dagsterfleet.syntax;

import io.github.dagsterfleet.text.VisibleText;

/** Comments as YAML, TOML and dotenv write them: each line behind a {@code #}. */
public final class HashComment {
    private HashComment() {}

    /** Every line of the text behind {@code # } at the column, without a line feed at the end; nothing breaks out. */
    public static String lines(String text, int column) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int start = 0;
        while (true) {
            int feed = text.indexOf('\n', start);
            String line = text.substring(start, feed < 0 ? text.length() : feed);
            out.append(line.isEmpty() ? "#" : "# ").append(VisibleText.of(line));
            if (feed < 0) {
                return out.toString();
            }
            out.append('\n').append(" ".repeat(column - 1));
            start = feed + 1;
        }
    }
}
