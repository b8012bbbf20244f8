package io.github.dagsterfleet.secret;

/**
 * The value that stands behind a key in a text of any format, as far as it is one scalar: in quotes of either kind, plain,
 * or on the next line, as in a block of YAML.
 */
record WrittenValue(int start, int end) {
    private static final WrittenValue NONE = new WrittenValue(0, 0);

    /** @param colon where it stands; what follows it may begin on the next line */
    static WrittenValue behindColon(String text, int colon) {
        int at = skipBlanks(text, colon + 1);
        boolean below = at < text.length() && "|>\n\r".indexOf(text.charAt(at)) >= 0;
        return below ? onNextLine(text, at) : behind(text, at);
    }

    /** @param equals where the sign of equality stands, behind which a line without a value may end */
    static WrittenValue behindEquals(String text, int equals) {
        return behind(text, skipBlanks(text, equals + 1));
    }

    private static WrittenValue behind(String text, int from) {
        int at = from;
        if (at == text.length()) {
            return NONE;
        }
        char c = text.charAt(at);
        if (c == '\\' && at + 1 < text.length()) {
            at++;
            c = text.charAt(at);
        }
        return c == '"' || c == '\'' ? quoted(text, at + 1, c) : plain(text, at);
    }

    boolean isEmpty() {
        return start == end;
    }

    private static WrittenValue quoted(String text, int start, char quote) {
        int first = start;
        while (first + 1 < text.length() && text.charAt(first) == quote && text.charAt(first + 1) == quote) {
            first += 2;
        }
        int end = first;
        while (end < text.length() && text.charAt(end) != '\n') {
            char c = text.charAt(end);
            if (c == quote) {
                break;
            }
            // An escaped character belongs to the value, but not the quote that ends a text within a text.
            end += c == '\\' && end + 1 < text.length() && text.charAt(end + 1) == '\\' ? 2 : 1;
        }
        int stop = Math.min(end, text.length());
        return new WrittenValue(first, stop > first && text.charAt(stop - 1) == '\\' ? stop - 1 : stop);
    }

    private static WrittenValue plain(String text, int start) {
        int end = start;
        while (end < text.length() && !endsPlain(text.charAt(end))) {
            end++;
        }
        while (end > start && ",;)]}.".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return new WrittenValue(start, end);
    }

    private static boolean endsPlain(char c) {
        return c <= ' ' || c == '"' || c == '\'' || c == '`' || c == ';' || c == '&' || c == '<' || c == '>';
    }

    /** The first line below that holds anything, with the dash of an item taken off, unless it is another key. */
    private static WrittenValue onNextLine(String text, int from) {
        int at = text.indexOf('\n', from);
        if (at < 0) {
            return NONE;
        }
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        if (text.startsWith("- ", at)) {
            at = skipBlanks(text, at + 2);
        }
        if (at >= text.length()) {
            return NONE;
        }
        char c = text.charAt(at);
        WrittenValue value = c == '"' || c == '\'' ? quoted(text, at + 1, c) : plain(text, at);
        boolean key = value.end < text.length()
                && (text.charAt(value.end) == ':' || (value.end > at && text.charAt(value.end - 1) == ':'));
        return key ? NONE : value;
    }

    /** Where the first character stands that is neither a blank nor a tab. */
    static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
