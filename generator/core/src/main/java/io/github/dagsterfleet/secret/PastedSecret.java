package io.github.dagsterfleet.secret;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands under the key {@code secret} where {@code name#key} belongs. Some people write the secret itself there, and no
 * form tells a password from a name without its key: so that nobody is accused, and none of it is shown.
 */
final class PastedSecret {
    private static final String KEY = "secret";
    private static final char BETWEEN = '#';

    private PastedSecret() {}

    /** In the order of the text; too much rather than too little. */
    static List<Stretch> in(String text) {
        List<Stretch> found = new ArrayList<>();
        int at = text.indexOf(KEY);
        while (at >= 0) {
            int colon = colonBehind(text, at);
            if (colon >= 0) {
                Stretch value = value(text, colon + 1);
                if (mayBeSecret(text.substring(value.start(), value.end()))) {
                    found.add(value);
                }
            }
            at = text.indexOf(KEY, at + KEY.length());
        }
        return found;
    }

    /** Where the colon stands when the word is the whole of a key; else -1. */
    private static int colonBehind(String text, int at) {
        if (at > 0 && text.charAt(at - 1) > ' ' && "{,\"'".indexOf(text.charAt(at - 1)) < 0) {
            return -1;
        }
        int i = at + KEY.length();
        boolean quoted = i < text.length() && isQuote(text.charAt(i));
        if (quoted) {
            i++;
        }
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        if (i == text.length() || text.charAt(i) != ':') {
            return -1;
        }
        return quoted || i + 1 == text.length() || text.charAt(i + 1) <= ' ' ? i : -1;
    }

    private static Stretch value(String text, int from) {
        int start = WrittenValue.skipBlanks(text, from);
        if (start < text.length() && "|>\n\r".indexOf(text.charAt(start)) >= 0) {
            start = WrittenValue.skipBlanks(text, Math.min(text.length(), lineEnd(text, start) + 1));
            if (text.substring(start, lineEnd(text, start)).indexOf(':') >= 0) {
                return new Stretch(start, start);
            }
        }
        int end = start < text.length() && isQuote(text.charAt(start))
                ? quoteEnd(text, start)
                : plainEnd(text, start, isInBraces(text, from));
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return new Stretch(start, end);
    }

    private static int quoteEnd(String text, int start) {
        int end = text.indexOf(text.charAt(start), start + 1);
        return end < 0 ? text.length() : end + 1;
    }

    private static int plainEnd(String text, int start, boolean braces) {
        int end = lineEnd(text, start);
        for (int i = start; braces && i < end; i++) {
            if (text.charAt(i) == '}' || text.charAt(i) == ',') {
                return i;
            }
        }
        int comment = text.indexOf(" #", start);
        return comment >= 0 && comment < end ? comment : end;
    }

    /** As far as the line tells. */
    private static boolean isInBraces(String text, int at) {
        return text.substring(text.lastIndexOf('\n', at - 1) + 1, at).indexOf('{') >= 0;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** Neither nothing, nor more keys, nor a reference, nor a name and a key. */
    private static boolean mayBeSecret(String value) {
        boolean quoted = value.length() > 1 && isQuote(value.charAt(0));
        String text = quoted ? value.substring(1, value.length() - 1) : value;
        if (text.isEmpty() || "{[&*#".indexOf(text.charAt(0)) >= 0 || text.startsWith("${")) {
            return false;
        }
        int between = text.indexOf(BETWEEN);
        boolean isNameAndKey = between > 0
                && between == text.lastIndexOf(BETWEEN)
                && between + 1 < text.length()
                && text.chars().noneMatch(c -> c <= ' ');
        return !isNameAndKey;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
