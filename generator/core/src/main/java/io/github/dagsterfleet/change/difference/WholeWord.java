package io.github.dagsterfleet.change.difference;

/** Looks for a text where it is not just a part of a longer word or number. */
final class WholeWord {
    private WholeWord() {}

    /** Whether the word stands in the text; an empty one stands in none. */
    static boolean in(String text, String word) {
        if (word.isEmpty()) {
            return false;
        }
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if ((at == 0 || !joins(text.charAt(at - 1), word.charAt(0)))
                    && (end == text.length() || !joins(word.charAt(word.length() - 1), text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean joins(char before, char after) {
        return Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
    }
}
