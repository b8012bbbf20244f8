package io.github.dagsterfleet.syntax.dotenv;

/** Escapes of quoted values: {@code \\} and {@code \'} in single quotes, Python's one-letter escapes in double ones. */
final class Escapes {
    private static final String LETTERS = "abfnrtv";
    private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b";

    private Escapes() {}

    static String decode(String text, char quote) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = c == '\\' && i + 1 < text.length() ? text.charAt(i + 1) : 'x';
            int letter = quote == '"' ? LETTERS.indexOf(next) : -1;
            if (c != '\\') {
                out.append(c);
            } else if (next == '\\' || next == '\'' || (next == '"' && quote == '"')) {
                out.append(next);
                i++;
            } else if (letter >= 0) {
                out.append(MEANINGS.charAt(letter));
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
