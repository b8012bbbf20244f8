package io.github.dagsterfleet.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Reads the canonical form of one tag or interpolation, as FreeMarker prints it, for built-ins, special variables and
 * ranges. Characters of text literals are passed over, interpolations in them are read.
 */
final class ExpressionScan {
    /**
     * What only looks at values of the model, or cuts and joins texts. Left out on purpose: escaping of any kind, dates,
     * sorting (its order hangs on the Java release), padding (it makes large texts from small ones).
     */
    private static final Set<String> BUILT_INS = Set.of(
            """
            abs boolean c cap_first capitalize ceiling chunk contains counter drop_while ends_with
            ensure_ends_with ensure_starts_with filter first floor has_content has_next index index_of
            is_boolean is_even_item is_first is_hash is_last is_number is_odd_item is_sequence is_string
            item_cycle item_parity join keep_after keep_after_last keep_before keep_before_last keys last
            last_index_of length lower_case map matches max min number remove_beginning remove_ending
            replace reverse round seq_contains seq_index_of seq_last_index_of sequence size split
            starts_with string switch take_while then trim uncap_first upper_case values
            """
                    .strip()
                    .split("\\s+"));

    /** A range that cuts nothing out: {@code 1..1000000000} is the one loop that the model does not bound. */
    static final String RANGE = "..";

    private final String text;
    private final List<String> refused = new ArrayList<>();
    /** Open brackets: {@code i} for an index, else the bracket itself. */
    private final Deque<Character> open = new ArrayDeque<>();

    private int at;

    private ExpressionScan(String text) {
        this.text = text;
    }

    /** Every use that templates may not make, as it is written. */
    static List<String> of(String canonical) {
        ExpressionScan scan = new ExpressionScan(canonical);
        scan.expression('\0');
        return scan.refused;
    }

    /** Reads on until an unmatched {@code end}. */
    private void expression(char end) {
        int depth = open.size();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == end && open.size() == depth) {
                return;
            }
            switch (c) {
                case '"', '\'' -> literal(c);
                case '?' -> builtIn();
                case '.' -> dot();
                default -> {
                    bracket(c);
                    at++;
                }
            }
        }
    }

    private void bracket(char c) {
        if (c == '[') {
            open.push(at > 0 && endsValue(text.charAt(at - 1)) ? 'i' : c);
        } else if (c == '(' || c == '{') {
            open.push(c);
        } else if ((c == ']' || c == ')' || c == '}') && !open.isEmpty()) {
            open.pop();
        }
    }

    private void literal(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\') {
                at += 2;
            } else if (text.startsWith("${", at)) {
                at += 2;
                expression('}');
            } else if (text.startsWith("[=", at)) {
                at += 2;
                expression(']');
            } else {
                at++;
            }
        }
        at++;
    }

    private void builtIn() {
        int start = at++;
        if (at < text.length() && text.charAt(at) == '?') {
            at++;
            return;
        }
        String name = name();
        if (!BUILT_INS.contains(name)) {
            refused.add(text.substring(start, at));
        }
    }

    private void dot() {
        int start = at++;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            if (open.isEmpty() || open.peek() != 'i') {
                refused.add(RANGE);
            }
        } else if (!(start > 0 && endsValue(text.charAt(start - 1))) && !name().isEmpty()) {
            refused.add(text.substring(start, at));
        }
    }

    private String name() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Whether a value may end with this character, so that what follows belongs to it. */
    private static boolean endsValue(char c) {
        return Character.isLetterOrDigit(c) || "_$@)]}\"'".indexOf(c) >= 0;
    }
}
