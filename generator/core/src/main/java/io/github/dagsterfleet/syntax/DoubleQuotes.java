package io.github.dagsterfleet.syntax;

import io.github.dagsterfleet.text.VisibleText;

/** A text in double quotes on one line, hidden characters as escapes. */
public final class DoubleQuotes {
    private DoubleQuotes() {}

    /**
     * As YAML and TOML read it.
     *
     * @throws IllegalArgumentException for half a surrogate pair, which no file can hold
     */
    public static String text(String text) {
        return quote(text, false);
    }

    /**
     * As JSON reads it, which spells a character above the first plane as two escapes.
     *
     * @throws IllegalArgumentException for half a surrogate pair, which no file can hold
     */
    public static String json(String text) {
        return quote(text, true);
    }

    private static String quote(String text, boolean pairs) {
        if (isPlain(text)) {
            return '"' + text + '"';
        }
        StringBuilder out = new StringBuilder(text.length() + 8).append('"');
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Character.getType(codePoint) == Character.SURROGATE) {
                throw new IllegalArgumentException("no file can hold half a character");
            }
            if (codePoint == '"' || codePoint == '\\') {
                out.append('\\');
            }
            if (pairs && codePoint > 0xFFFF && VisibleText.isHidden(codePoint)) {
                VisibleText.appendHex(out, Character.highSurrogate(codePoint));
                VisibleText.appendHex(out, Character.lowSurrogate(codePoint));
            } else {
                VisibleText.append(out, codePoint);
            }
        }
        return out.append('"').toString();
    }

    /** Whether the text stands in quotes as it is, which nearly every text does. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
