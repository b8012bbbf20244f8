package io.github.dagsterfleet.syntax.json;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.SyntaxFindings;
import io.github.dagsterfleet.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of JSON that nearly every file is written in: no numbers but whole ones, no characters beyond the first
 * plane. A file with anything else in it, right or wrong, is not read here at all, so that the real parser alone decides
 * what is no JSON and says why. See ADR 0008.
 */
final class PlainJson {
    /** So many digits are within every limit of the real parser. */
    private static final int LONGEST_NUMBER = 18;
    /** So many characters of a key, too. */
    private static final int LONGEST_KEY = 1000;
    /** What {@link #here} says behind the end of the text; no text that is read here holds it. */
    private static final char END = '\0';

    private final SourceText text;
    private final String content;
    private final char[] chars;
    /** Where reading goes on. */
    private int at;

    private PlainJson(SourceText text) {
        this.text = text;
        this.content = text.content();
        this.chars = content.toCharArray();
    }

    /** The file's tree, exactly as {@link JsonReader} makes it; empty when the real parser has to look. */
    static Optional<Node> read(SourceText text) {
        return Optional.ofNullable(new PlainJson(text).document());
    }

    private @Nullable Node document() {
        Node root = value(1);
        toContent();
        return at == chars.length ? root : null;
    }

    private @Nullable Node value(int depth) {
        toContent();
        return switch (here()) {
            case '{' -> depth > SyntaxFindings.DEEPEST ? null : mapping(depth);
            case '[' -> depth > SyntaxFindings.DEEPEST ? null : sequence(depth);
            case '"' -> string();
            case 't' -> word("true", ScalarType.BOOLEAN);
            case 'f' -> word("false", ScalarType.BOOLEAN);
            case 'n' -> word("null", ScalarType.NULL);
            default -> number();
        };
    }

    private @Nullable Mapping mapping(int depth) {
        int start = at++;
        Mapping.Builder builder = Mapping.builder();
        boolean open = !closes('}');
        while (open) {
            toContent();
            Scalar key = here() == '"' ? string() : null;
            if (key == null || key.text().length() > LONGEST_KEY || builder.has(key.text()) || !passes(':')) {
                return null;
            }
            Node value = value(depth + 1);
            if (value == null) {
                return null;
            }
            builder.put(key, value);
            open = passes(',');
        }
        return passes('}') ? builder.build(text.span(start, at)) : null;
    }

    private @Nullable Sequence sequence(int depth) {
        int start = at++;
        List<Node> items = new ArrayList<>();
        boolean open = !closes(']');
        while (open) {
            Node item = value(depth + 1);
            if (item == null) {
                return null;
            }
            items.add(item);
            open = passes(',');
        }
        return passes(']') ? new Sequence(items, text.span(start, at)) : null;
    }

    private @Nullable Scalar string() {
        int start = at++;
        int plain = at;
        while (isItself(here()) && here() != '"' && here() != '\\') {
            at++;
        }
        if (here() == '"') {
            at++;
            return Scalar.string(content.substring(plain, at - 1), text.span(start, at));
        }
        StringBuilder value = new StringBuilder().append(chars, plain, at - plain);
        while (here() != '"') {
            char c = here();
            if (c == '\\') {
                at++;
                c = escaped();
            }
            if (c == END || !isItself(here())) {
                return null;
            }
            value.append(c);
            at++;
        }
        at++;
        return Scalar.string(value.toString(), text.span(start, at));
    }

    /** Of two characters; {@link #END} for one that the real parser has to look at. */
    private char escaped() {
        int escape = "\"\\/nt".indexOf(here());
        return escape < 0 ? END : "\"\\/\n\t".charAt(escape);
    }

    /** Whether the character stands for itself in a text. */
    private static boolean isItself(char c) {
        return c >= ' ' && !Character.isSurrogate(c);
    }

    private @Nullable Scalar number() {
        int start = at;
        if (here() == '-') {
            at++;
        }
        int digits = at;
        while (here() >= '0' && here() <= '9') {
            at++;
        }
        boolean whole = at > digits && at - digits <= LONGEST_NUMBER && (chars[digits] != '0' || at == digits + 1);
        return whole && isValueEnd() ? literal(ScalarType.INTEGER, start) : null;
    }

    private @Nullable Scalar word(String word, ScalarType type) {
        int start = at;
        at += word.length();
        return content.startsWith(word, start) && isValueEnd() ? literal(type, start) : null;
    }

    private Scalar literal(ScalarType type, int start) {
        return new Scalar(content.substring(start, at), type, text.span(start, at));
    }

    private boolean isValueEnd() {
        char c = here();
        return c == ',' || c == ']' || c == '}' || c == ' ' || c == '\n' || at == chars.length;
    }

    /** Whether this is what comes next; stays before it. */
    private boolean closes(char mark) {
        toContent();
        return here() == mark;
    }

    /** Whether this is what comes next; goes on behind it. */
    private boolean passes(char mark) {
        boolean there = closes(mark);
        at += there ? 1 : 0;
        return there;
    }

    private void toContent() {
        while (here() == ' ' || here() == '\n') {
            at++;
        }
    }

    private char here() {
        return at < chars.length ? chars[at] : END;
    }
}
