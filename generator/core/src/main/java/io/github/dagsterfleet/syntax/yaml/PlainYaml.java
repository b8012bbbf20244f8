package io.github.dagsterfleet.syntax.yaml;

import static io.github.dagsterfleet.syntax.yaml.Characters.isDigit;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.SyntaxFindings;
import io.github.dagsterfleet.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of YAML that nearly every source is written in and that our writer and templates print: mappings and
 * lists in block style, scalars on one line, comments, ASCII. A file with anything else in it, right or wrong, is not read
 * here at all, so that the real parser alone decides what is no YAML and says why. See ADR 0008.
 */
final class PlainYaml {
    /** Keys beyond 1,024 characters are none to YAML. */
    private static final int LONGEST_KEY = 1000;
    /** What {@link #here} says behind the end of the text; no text that is read here holds it. */
    private static final char END = '\0';

    private final SourceText text;
    private final String content;
    private final char[] chars;
    /** Where reading goes on. */
    private int at;
    /** The column, from 0, of what begins the present line; -1 behind the last line. */
    private int indent;

    private PlainYaml(SourceText text) {
        this.text = text;
        this.content = text.content();
        this.chars = content.toCharArray();
    }

    /** The file's tree, exactly as {@link YamlReader} makes it; empty when the real parser has to look. */
    static Optional<Node> read(SourceText text) {
        PlainYaml reader = new PlainYaml(text);
        return reader.isAscii() ? Optional.ofNullable(reader.document()) : Optional.empty();
    }

    private boolean isAscii() {
        for (char c : chars) {
            if (c > '~' || (c < ' ' && c != '\n')) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Node document() {
        toContent();
        if (indent != 0) {
            return null;
        }
        Node root = block(1);
        return indent < 0 ? root : null;
    }

    /** A mapping or list that begins here; what is no part of it follows in a line that is indented less. */
    private @Nullable Node block(int depth) {
        if (depth > SyntaxFindings.DEEPEST) {
            return null;
        }
        return isItem() ? sequence(indent, depth) : mapping(indent, depth);
    }

    private @Nullable Mapping mapping(int column, int depth) {
        Mapping.Builder builder = Mapping.builder();
        int start = at;
        int end = start;
        while (indent == column && !isItem()) {
            Scalar key = key();
            if (key == null || builder.has(key.text())) {
                return null;
            }
            at++;
            Node value = isLineEnd() ? below(column, depth) : oneLine();
            if (value == null || indent > column) {
                return null;
            }
            end = value.span().end();
            builder.put(key, value);
        }
        return end == start ? null : builder.build(text.span(start, end));
    }

    /** The value of a key that has nothing behind it; a list may begin below the key itself. */
    private @Nullable Node below(int column, int depth) {
        toContent();
        if (indent > column) {
            return block(depth + 1);
        }
        return indent == column && isItem() ? sequence(column, depth + 1) : null;
    }

    private @Nullable Sequence sequence(int column, int depth) {
        if (depth > SyntaxFindings.DEEPEST) {
            return null;
        }
        List<Node> items = new ArrayList<>();
        int start = at;
        int end = start;
        while (indent == column && isItem()) {
            int dash = at++;
            while (here() == ' ') {
                at++;
            }
            Node item = item(column + at - dash, depth);
            if (item == null || indent > column) {
                return null;
            }
            end = item.span().end();
            items.add(item);
        }
        return new Sequence(items, text.span(start, end));
    }

    /** What stands behind a dash: a scalar, or the first key of a mapping. */
    private @Nullable Node item(int column, int depth) {
        int start = at;
        boolean isMapping = !isItem() && key() != null;
        at = start;
        if (!isMapping) {
            return oneLine();
        }
        indent = column;
        return depth == SyntaxFindings.DEEPEST ? null : mapping(column, depth + 1);
    }

    /** A scalar, or an empty list or mapping, and the end of its line; goes on to the next line. */
    private @Nullable Node oneLine() {
        while (here() == ' ') {
            at++;
        }
        Node value = isItem() ? null : value();
        if (value == null || !isLineEnd()) {
            return null;
        }
        toContent();
        return value;
    }

    private @Nullable Node value() {
        return switch (here()) {
            case '"' -> doubleQuoted();
            case '\'' -> singleQuoted();
            case '[', '{' -> nothing();
            default -> plain();
        };
    }

    private @Nullable Node nothing() {
        int start = at;
        at += 2;
        if (content.startsWith("[]", start)) {
            return new Sequence(List.of(), text.span(start, at));
        }
        return content.startsWith("{}", start) ? Mapping.builder().build(text.span(start, at)) : null;
    }

    /** A key up to its colon, behind which a value or the end of the line stands. */
    private @Nullable Scalar key() {
        int start = at;
        Scalar key = here() == '"' ? doubleQuoted() : bareKey();
        boolean sound = key != null && here() == ':' && isBlankOrEnd(at + 1) && at - start < LONGEST_KEY;
        return sound ? key : null;
    }

    /** Of characters that mean nothing anywhere. */
    private @Nullable Scalar bareKey() {
        int start = at;
        while (isBare(here())) {
            at++;
        }
        boolean sound = at > start && chars[start] != '-' && !content.startsWith("...", start);
        return sound ? Scalar.string(content.substring(start, at), text.span(start, at)) : null;
    }

    private static boolean isBare(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || isDigit(c)
                || c == '_'
                || c == '-'
                || c == '.'
                || c == '/'
                || c == '$'
                || c == '+';
    }

    private @Nullable Scalar plain() {
        int start = at;
        if (isLineEnd() || !PlainStyle.mayBegin(content, start)) {
            return null;
        }
        int end = start;
        for (char c = here(); c != '\n' && c != END; c = here()) {
            if (c == ':' && isBlankOrEnd(at + 1)) {
                return null;
            }
            if (c == '#' && chars[at - 1] == ' ') {
                break;
            }
            at++;
            if (c != ' ') {
                end = at;
            }
        }
        String value = content.substring(start, end);
        at = end;
        return new Scalar(value, PlainScalar.type(value), text.span(start, end));
    }

    private @Nullable Scalar doubleQuoted() {
        int start = at++;
        int plain = at;
        while (here() != '"' && here() != '\\' && here() != '\n' && here() != END) {
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
                int escape = "\"\\nt".indexOf(here());
                if (escape < 0) {
                    return null;
                }
                c = "\"\\\n\t".charAt(escape);
            } else if (c == '\n' || c == END) {
                return null;
            }
            value.append(c);
            at++;
        }
        at++;
        return Scalar.string(value.toString(), text.span(start, at));
    }

    private @Nullable Scalar singleQuoted() {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (here() != '\'' || peek() == '\'') {
            char c = here();
            if (c == '\n' || c == END) {
                return null;
            }
            value.append(c);
            at += c == '\'' ? 2 : 1;
        }
        at++;
        return Scalar.string(value.toString(), text.span(start, at));
    }

    /** A dash that begins an item. */
    private boolean isItem() {
        return here() == '-' && isBlankOrEnd(at + 1);
    }

    /** Whether nothing but blanks and a comment follows in this line. */
    private boolean isLineEnd() {
        int end = at;
        while (end < chars.length && chars[end] == ' ') {
            end++;
        }
        return end == chars.length || chars[end] == '\n' || (chars[end] == '#' && end > at);
    }

    private boolean isBlankOrEnd(int offset) {
        return offset >= chars.length || chars[offset] == ' ' || chars[offset] == '\n';
    }

    /** From the end of a line, or the beginning of the text, to the first line with more than a comment in it. */
    private void toContent() {
        int column = at == 0 ? 0 : -1;
        while (at < chars.length) {
            char c = chars[at];
            if (c == '\n') {
                column = 0;
            } else if (c == ' ' && column >= 0) {
                column++;
            } else if (c == '#' || column < 0) {
                column = -1;
            } else {
                indent = column;
                return;
            }
            at++;
        }
        indent = -1;
    }

    private char here() {
        return at < chars.length ? chars[at] : END;
    }

    private char peek() {
        return at + 1 < chars.length ? chars[at + 1] : END;
    }
}
