package io.github.dagsterfleet.syntax.toml;

import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of TOML that our writer and templates print: headers, single keys, texts in double quotes, decimal
 * numbers, booleans, lists and inline tables. A file with anything else in it, right or wrong, is not read here at all, so
 * that tomlj alone decides what is no TOML and says why. See ADR 0008.
 */
final class PlainToml {
    /** Lists and inline tables within each other; more is for tomlj, behind its guard. */
    private static final int DEEPEST = 20;
    /** Decimal digits that fit 64 bits whatever they are. */
    private static final int MOST_DIGITS = 18;
    /** What {@link #here} says behind the end of the text; no text that is read here holds it. */
    private static final char END = '\0';

    private final SourceText text;
    private final String content;
    private final PlainTable root;
    private PlainTable current;
    private int at;

    private PlainToml(SourceText text) {
        this.text = text;
        this.content = text.content();
        this.root = new PlainTable(text.whole());
        this.current = root;
    }

    /** The file's tree, exactly as {@link TomlReader} makes it; empty when tomlj has to look. */
    static Optional<Node> read(SourceText text) {
        PlainToml reader = new PlainToml(text);
        while (reader.at < reader.content.length()) {
            if (!reader.line()) {
                return Optional.empty();
            }
        }
        return Optional.of(reader.root.build());
    }

    private boolean line() {
        skipBlanks();
        boolean understood =
                switch (here()) {
                    case '\n', '#', END -> true;
                    case '[' -> header();
                    default -> entry(current, 0);
                };
        return understood && lineEnd();
    }

    /** Blanks, perhaps a comment, and the line feed or the end of the text. */
    private boolean lineEnd() {
        skipBlanks();
        if (here() == '#') {
            skipComment();
        }
        if (at < content.length() && content.charAt(at) != '\n') {
            return false;
        }
        at++;
        return true;
    }

    private boolean header() {
        int start = at;
        boolean item = content.startsWith("[[", start);
        List<Scalar> keys = new ArrayList<>(4);
        at += item ? 1 : 0;
        do {
            at++;
            skipBlanks();
            Scalar key = key();
            if (key == null) {
                return false;
            }
            keys.add(key);
            skipBlanks();
        } while (here() == '.');
        if (keys.size() > DEEPEST || !content.startsWith(item ? "]]" : "]", at)) {
            return false;
        }
        at += item ? 2 : 1;
        return enter(keys, item, text.span(start, at));
    }

    private boolean enter(List<Scalar> keys, boolean item, Span header) {
        Optional<PlainTable> table = Optional.of(root);
        int last = keys.size() - 1;
        for (int i = 0; i < last && table.isPresent(); i++) {
            table = table.get().inside(keys.get(i), header);
        }
        Scalar key = keys.get(last);
        table = table.flatMap(parent -> item ? parent.append(key, header) : parent.begin(key, header));
        table.ifPresent(entered -> current = entered);
        return table.isPresent();
    }

    /** {@code key = value} */
    private boolean entry(PlainTable table, int depth) {
        Scalar key = key();
        skipBlanks();
        if (key == null || here() != '=') {
            return false;
        }
        at++;
        skipBlanks();
        Node value = value(depth);
        return value != null && table.put(key, value);
    }

    /** Bare or in double quotes; its span has the quotes. */
    private @Nullable Scalar key() {
        int start = at;
        if (here() == '"') {
            return string();
        }
        while (at < content.length() && TomlScanner.isBare(content.charAt(at))) {
            at++;
        }
        return at == start ? null : Scalar.string(content.substring(start, at), text.span(start, at));
    }

    private @Nullable Node value(int depth) {
        return switch (here()) {
            case '"' -> string();
            case '[' -> depth < DEEPEST ? list(depth + 1) : null;
            case '{' -> depth < DEEPEST ? inlineTable(depth + 1) : null;
            case 't' -> word("true");
            case 'f' -> word("false");
            default -> number();
        };
    }

    private @Nullable Node list(int depth) {
        int start = at++;
        List<Node> items = new ArrayList<>();
        skipLines();
        while (here() != ']') {
            Node item = value(depth);
            if (item == null) {
                return null;
            }
            items.add(item);
            skipLines();
            if (here() == ',') {
                at++;
                skipLines();
            } else if (here() != ']') {
                return null;
            }
        }
        at++;
        return new Sequence(items, text.span(start, at));
    }

    /** On one line, without a comma at its end. */
    private @Nullable Node inlineTable(int depth) {
        int start = at++;
        PlainTable table = new PlainTable(text.span(start, start));
        skipBlanks();
        boolean more = here() != '}';
        while (more) {
            if (!entry(table, depth)) {
                return null;
            }
            skipBlanks();
            more = here() == ',';
            at += more ? 1 : 0;
            skipBlanks();
        }
        if (here() != '}') {
            return null;
        }
        at++;
        return table.build().withOrigin(text.span(start, at));
    }

    private @Nullable Node word(String word) {
        int start = at;
        if (!content.startsWith(word, start) || !endsAt(start + word.length())) {
            return null;
        }
        at += word.length();
        return new Scalar(word, ScalarType.BOOLEAN, text.span(start, at));
    }

    /** A decimal number, perhaps with a fraction. */
    private @Nullable Node number() {
        int start = at;
        int digits = here() == '-' ? start + 1 : start;
        int end = digitsEnd(digits);
        boolean whole =
                end > digits && end - digits <= MOST_DIGITS && (end == digits + 1 || content.charAt(digits) != '0');
        if (!whole) {
            return null;
        }
        ScalarType type = ScalarType.INTEGER;
        if (end < content.length() && content.charAt(end) == '.') {
            int fraction = end + 1;
            end = digitsEnd(fraction);
            if (end == fraction || end - fraction > MOST_DIGITS) {
                return null;
            }
            type = ScalarType.FLOAT;
        }
        if (!endsAt(end)) {
            return null;
        }
        at = end;
        return new Scalar(content.substring(start, end), type, text.span(start, end));
    }

    private int digitsEnd(int start) {
        int end = start;
        while (end < content.length() && content.charAt(end) >= '0' && content.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Whether a bare value may end there. */
    private boolean endsAt(int offset) {
        return offset >= content.length() || " \t\n,]}#".indexOf(content.charAt(offset)) >= 0;
    }

    /** On one line. */
    private @Nullable Scalar string() {
        int start = at++;
        int plain = at;
        while (isPlain(here()) && here() != '"' && here() != '\\') {
            at++;
        }
        if (here() == '"') {
            at++;
            boolean lines = at == start + 2 && here() == '"';
            return lines ? null : Scalar.string(content.substring(plain, at - 1), text.span(start, at));
        }
        StringBuilder value = new StringBuilder().append(content, plain, at);
        while (here() != '"') {
            if (here() == '\\' ? !unescape(value) : !take(value)) {
                return null;
            }
        }
        at++;
        return Scalar.string(value.toString(), text.span(start, at));
    }

    private boolean take(StringBuilder value) {
        char c = here();
        at++;
        value.append(c);
        return isPlain(c);
    }

    private boolean unescape(StringBuilder value) {
        char c = at + 1 < content.length() ? content.charAt(at + 1) : END;
        int plain = "\"\\ntr".indexOf(c);
        at += 2;
        if (plain >= 0) {
            value.append("\"\\\n\t\r".charAt(plain));
            return true;
        }
        return c == 'u' ? unescape(value, 4) : c == 'U' && unescape(value, 8);
    }

    /** A character by its number, which is that of no half of a pair. */
    private boolean unescape(StringBuilder value, int digits) {
        if (at + digits > content.length()) {
            return false;
        }
        int codePoint = 0;
        for (int end = at + digits; at < end; at++) {
            int digit = Character.digit(content.charAt(at), 16);
            if (digit < 0 || content.charAt(at) > 'f' || codePoint > 0xFFFFFF) {
                return false;
            }
            codePoint = codePoint << 4 | digit;
        }
        boolean whole = Character.isValidCodePoint(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
        if (whole) {
            value.appendCodePoint(codePoint);
        }
        return whole;
    }

    private void skipBlanks() {
        while (here() == ' ' || here() == '\t') {
            at++;
        }
    }

    /** Behind blanks, line feeds and comments. */
    private void skipLines() {
        skipBlanks();
        while (here() == '\n' || here() == '#') {
            if (here() == '#') {
                skipComment();
            } else {
                at++;
            }
            skipBlanks();
        }
    }

    /** Up to the line feed, or to a character that is for tomlj to judge and that nothing here accepts. */
    private void skipComment() {
        while (isPlain(here())) {
            at++;
        }
    }

    private char here() {
        return at < content.length() ? content.charAt(at) : END;
    }

    /** Printable ASCII and tabs, and beyond it what is neither a control nor half of a pair. */
    private static boolean isPlain(char c) {
        return c < 0x7F ? c >= ' ' || c == '\t' : c >= 0xA0 && !Character.isSurrogate(c) && c < 0xFFFE;
    }
}
