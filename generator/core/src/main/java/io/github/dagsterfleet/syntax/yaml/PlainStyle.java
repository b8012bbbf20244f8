package io.github.dagsterfleet.syntax.yaml;

import static io.github.dagsterfleet.syntax.yaml.Characters.isFlowIndicator;
import static io.github.dagsterfleet.syntax.yaml.Characters.isSpace;

import io.github.dagsterfleet.text.VisibleText;

/** Whether a text may stand without quotes. */
final class PlainStyle {
    /** What cannot begin a plain scalar; {@code - ? :} can, before a character that is no blank. */
    private static final String INDICATORS = ",[]{}#&*!|>'\"%@`";

    private PlainStyle() {}

    /** In block style, as the writer lays mappings and lists out. */
    static boolean fitsBlock(String text) {
        return !text.isEmpty() && fitsBegin(text) && fitsInside(text) && PlainScalar.isText(text);
    }

    /** Also between the brackets and commas of flow style. */
    static boolean fitsAnywhere(String text) {
        if (!fitsBlock(text) || text.charAt(0) == '?' || text.charAt(0) == ':') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (isFlowIndicator(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fitsBegin(String text) {
        return text.charAt(0) != ' ' && mayBegin(text, 0);
    }

    /** Whether a plain scalar may begin with what stands at {@code start}, which is no blank. */
    static boolean mayBegin(String text, int start) {
        char first = text.charAt(start);
        if (first == '-' || first == '?' || first == ':') {
            boolean alone = text.length() == start + 1 || isSpace(text.charAt(start + 1));
            return !alone && !text.startsWith("---", start);
        }
        return INDICATORS.indexOf(first) < 0 && !text.startsWith("...", start);
    }

    /** No comment or key begins inside, nothing hides, and no blank or {@code :} ends it. */
    private static boolean fitsInside(String text) {
        char last = text.charAt(text.length() - 1);
        if (last == ' ' || last == ':' || !VisibleText.isVisible(text)) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1);
            char c = text.charAt(i);
            if ((before == ' ' && c == '#') || (before == ':' && c == ' ')) {
                return false;
            }
        }
        return true;
    }
}
