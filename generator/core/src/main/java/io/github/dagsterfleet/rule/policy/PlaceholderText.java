package io.github.dagsterfleet.rule.policy;

import java.util.Optional;

/**
 * Tells a placeholder from other text, in one pass. It has to be written as nobody writes a value: {@code <account-id>}
 * stands apart and in no markup, {@code your-org} begins a word, {@code TODO} is a word and in capitals.
 */
final class PlaceholderText {
    /** Longer than any hint, and shorter than what stands between two comparisons. */
    private static final int LONGEST = 40;

    private final String text;
    private final boolean markup;

    private PlaceholderText(String text) {
        this.text = text;
        this.markup = text.contains("</");
    }

    /** The first one, as it is written; {@code <account-id>}, say. */
    static Optional<String> first(String text) {
        PlaceholderText searched = new PlaceholderText(text);
        for (int at = 0; at < text.length(); at++) {
            int end = searched.end(at);
            if (end > at) {
                return Optional.of(text.substring(at, end));
            }
        }
        return Optional.empty();
    }

    /** Where the placeholder ends that begins here; {@code at} itself when none does. */
    private int end(int at) {
        return switch (text.charAt(at)) {
            case '<' -> angles(at);
            case 'y', 'Y' -> yours(at);
            case 'T' -> text.startsWith("TODO", at) ? word(at, "TODO") : at;
            case 'F', 'f' -> word(at, "fixme");
            case 'C', 'c' -> Math.max(word(at, "changeme"), Math.max(word(at, "change_me"), word(at, "change-me")));
            default -> at;
        };
    }

    private int angles(int at) {
        int end = at + 1;
        while (end < text.length() && end - at <= LONGEST && isHint(text.charAt(end))) {
            end++;
        }
        boolean closed = end > at + 2 && end < text.length() && text.charAt(end) == '>';
        boolean apart = at == 0 || (!isWord(text.charAt(at - 1)) && text.charAt(at - 1) != '?');
        boolean hint = closed && apart && Character.isLetter(text.charAt(at + 1)) && !markup;
        return hint ? end + 1 : at;
    }

    /** What stands between the brackets. */
    private static boolean isHint(char c) {
        return isWord(c) || c == '-' || c == '.' || c == ' ';
    }

    private int yours(int at) {
        int dash = at + "your".length();
        boolean begins = text.regionMatches(true, at, "your", 0, "your".length())
                && (at == 0 || (!isWord(text.charAt(at - 1)) && text.charAt(at - 1) != '-'))
                && dash + 1 < text.length()
                && (text.charAt(dash) == '-' || text.charAt(dash) == '_')
                && Character.isLetter(text.charAt(dash + 1));
        if (!begins) {
            return at;
        }
        int end = dash + 1;
        while (end < text.length() && (isWord(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    /** The end of this word, whatever its case, if it stands here as a whole. */
    private int word(int at, String word) {
        int end = at + word.length();
        boolean whole = text.regionMatches(true, at, word, 0, word.length())
                && (at == 0 || !isWord(text.charAt(at - 1)))
                && (end == text.length() || !isWord(text.charAt(end)));
        return whole ? end : at;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
