package io.github.dagsterfleet.secret;

/** The key that a stretch of a text stands under, for telling a person. */
final class KeyInSight {
    private KeyInSight() {}

    /** The nearest {@code key:} or {@code key=} before the offset on its line; empty where there is none. */
    static String before(String text, int at) {
        int i = at - 1;
        while (i >= 0 && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            char c = text.charAt(i);
            boolean joins =
                    c == '=' || (c == ':' && (i + 1 == at || text.charAt(i + 1) <= ' ' || isQuote(text, i - 1)));
            if (joins) {
                String key = endingAt(text, i);
                if (!key.isEmpty()) {
                    return key;
                }
            }
            i--;
        }
        return "";
    }

    private static String endingAt(String text, int at) {
        int end = at;
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\\' || isQuote(text, end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && isOfName(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private static boolean isQuote(String text, int at) {
        return at >= 0 && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    }

    private static boolean isOfName(char c) {
        return Alphabet.WORD.has(c) || c == '-' || c == '.';
    }
}
