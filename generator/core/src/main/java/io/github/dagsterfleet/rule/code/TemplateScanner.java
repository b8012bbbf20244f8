package io.github.dagsterfleet.rule.code;

import io.github.dagsterfleet.text.SourceText;
import java.util.Optional;

/** Finds the places where a Jinja template names a variable: calls with a literal text, and members of an object. */
final class TemplateScanner {
    private final SourceText text;
    private final String content;
    private final int end;
    private final FileReads.Builder found;

    /** @param end where the part ends that is looked at, exclusive */
    TemplateScanner(SourceText text, int end, FileReads.Builder found) {
        this.text = text;
        this.content = text.content();
        this.end = end;
        this.found = found;
    }

    /**
     * Finds the calls of a function from here on.
     *
     * @param isNeeded whether a name without a default is needed here
     */
    void calls(String function, int from, boolean isNeeded) {
        for (int at = next(function, from); at >= 0; at = next(function, at + 1)) {
            int bracket = blanks(at + function.length());
            if (isAt(bracket, '(')) {
                argument(at, bracket, isNeeded);
            }
        }
    }

    /** Finds the members of an object from here on: {@code env.NAME}. */
    void members(String object, int from, boolean isNeeded) {
        for (int at = next(object, from); at >= 0; at = next(object, at + 1)) {
            int start = at + object.length() + 1;
            int stop = start;
            while (stop < end && isWord(content.charAt(stop))) {
                stop++;
            }
            if (isAt(start - 1, '.') && stop > start) {
                add(content.substring(start, stop), at, stop, isNeeded);
            }
        }
    }

    private void argument(int at, int bracket, boolean isNeeded) {
        int quote = blanks(bracket + 1);
        Optional<Integer> closing = isAt(quote, '\'') || isAt(quote, '"')
                ? Optional.of(content.indexOf(content.charAt(quote), quote + 1))
                : Optional.empty();
        int behind = closing.filter(place -> place > 0 && place < end)
                .map(place -> blanks(place + 1))
                .orElse(end);
        if (!isAt(behind, ')') && !isAt(behind, ',')) {
            found.readsMore();
            return;
        }
        add(content.substring(quote + 1, closing.orElseThrow()), at, behind + 1, isNeeded && isAt(behind, ')'));
    }

    private void add(String name, int start, int stop, boolean isNeeded) {
        if (isNeeded) {
            found.needs(name, text.span(start, stop));
        } else {
            found.mayUse(name, text.span(start, stop));
        }
    }

    /** The next place of a word; -1 when there is none. */
    private int next(String word, int from) {
        int at = content.indexOf(word, from);
        while (at >= 0 && at + word.length() <= end) {
            char before = at == 0 ? ' ' : content.charAt(at - 1);
            boolean ends = at + word.length() == end || !isWord(content.charAt(at + word.length()));
            if (ends && !isWord(before) && before != '.') {
                return at;
            }
            at = content.indexOf(word, at + 1);
        }
        return -1;
    }

    private int blanks(int from) {
        int at = from;
        while (at < end && content.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private boolean isAt(int place, char c) {
        return place < end && content.charAt(place) == c;
    }

    private static boolean isWord(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
