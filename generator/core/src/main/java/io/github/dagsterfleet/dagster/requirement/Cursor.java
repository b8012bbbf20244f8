package io.github.dagsterfleet.dagster.requirement;

/** A place in a text that moves forward only. */
final class Cursor {
    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** The character here; NUL at the end. */
    char peek() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    String from(int start) {
        return text.substring(start, at);
    }

    void skip() {
        at++;
    }

    /** Moves behind blanks and tells whether there were any. */
    boolean blanks() {
        int start = at;
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
        return at > start;
    }

    /** Moves behind {@code expected} if it stands here. */
    boolean take(String expected) {
        if (!text.startsWith(expected, at)) {
            return false;
        }
        at += expected.length();
        return true;
    }

    /** The same, but only when no letter, digit or {@code _} follows. */
    boolean takeWord(String expected) {
        int end = at + expected.length();
        return !(end < text.length() && isWord(text.charAt(end))) && take(expected);
    }

    /** Moves to the first of these characters, or to the end. */
    void until(String stops) {
        while (!atEnd() && stops.indexOf(text.charAt(at)) < 0) {
            at++;
        }
    }

    /** Moves behind a name: letters and digits, and {@code - _ .} between them. */
    boolean name() {
        int start = at;
        while (isWord(peek()) || peek() == '-' || peek() == '.') {
            at++;
        }
        return at > start && isLetterOrDigit(text.charAt(start)) && isLetterOrDigit(text.charAt(at - 1));
    }

    static boolean isWord(char c) {
        return c == '_' || isLetterOrDigit(c);
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
