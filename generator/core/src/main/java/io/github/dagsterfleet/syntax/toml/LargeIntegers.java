package io.github.dagsterfleet.syntax.toml;

import java.util.regex.Pattern;

/**
 * Python's readers take integers of more than 64 bits, and TOML lets them; tomlj does not. It is shown zeros of the same
 * length instead, so that every place stays what it was, and the number itself is taken from the file.
 */
final class LargeIntegers {
    /** What is shorter tomlj reads. */
    private static final int SHORTEST = 18;

    /** Python reads no decimal number of more digits. */
    private static final int MOST_DIGITS = 4300;

    private static final Pattern DECIMAL = Pattern.compile("[+-]?+[1-9](?:_?+[0-9])*+");
    private static final Pattern OTHER =
            Pattern.compile("0x\\p{XDigit}(?:_?+\\p{XDigit})*+|0o[0-7](?:_?+[0-7])*+|0b[01](?:_?+[01])*+");

    private final String content;
    private final StringBuilder shown;

    private LargeIntegers(String content) {
        this.content = content;
        this.shown = new StringBuilder(content);
    }

    /** The text as tomlj may see it. */
    static String hidden(String content) {
        LargeIntegers integers = new LargeIntegers(content);
        integers.hide();
        return integers.shown.toString();
    }

    private void hide() {
        int depth = 0;
        int at = 0;
        boolean startsLine = true;
        while (at < content.length()) {
            char c = content.charAt(at);
            if (c == '#' || (c == '[' && startsLine && depth == 0)) {
                at = lineEnd(at);
            } else if (c == '"' || c == '\'') {
                at = TomlScanner.stringEnd(content, at);
            } else if (isPartOfWord(c)) {
                at = word(at);
            } else {
                depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
                at++;
            }
            startsLine = c == '\n' || (startsLine && (c == ' ' || c == '\t'));
        }
    }

    private int lineEnd(int from) {
        int end = content.indexOf('\n', from);
        return end < 0 ? content.length() : end;
    }

    /** Returns where it ends. */
    private int word(int start) {
        int end = start;
        while (end < content.length() && isPartOfWord(content.charAt(end))) {
            end++;
        }
        if (end - start >= SHORTEST && !isKey(end) && isInteger(content.substring(start, end))) {
            // The only integers that may begin with zeros.
            shown.replace(start, end, "0x" + "0".repeat(end - start - 2));
        }
        return end;
    }

    private boolean isKey(int end) {
        int behind = end;
        while (behind < content.length() && (content.charAt(behind) == ' ' || content.charAt(behind) == '\t')) {
            behind++;
        }
        return behind < content.length() && (content.charAt(behind) == '=' || content.charAt(behind) == '.');
    }

    private static boolean isInteger(String word) {
        return OTHER.matcher(word).matches()
                || (DECIMAL.matcher(word).matches()
                        && word.chars().filter(Character::isDigit).count() <= MOST_DIGITS);
    }

    private static boolean isPartOfWord(char c) {
        return c == '+' || c == '-' || c == '_' || c == '.' || c == ':' || Character.isLetterOrDigit(c);
    }
}
