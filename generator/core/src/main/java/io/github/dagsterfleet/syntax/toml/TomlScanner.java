package io.github.dagsterfleet.syntax.toml;

import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Finds where keys and values begin and end in a text that is known to be TOML. */
final class TomlScanner {
    private final SourceText text;
    private final String content;

    TomlScanner(SourceText text) {
        this.text = text;
        this.content = text.content();
    }

    /** The parts of the dotted key that begins at or behind the offset. */
    List<Span> key(int offset) {
        List<Span> parts = new ArrayList<>();
        int at = skipBlanks(offset);
        while (true) {
            int end = keyPartEnd(at);
            parts.add(text.span(at, end));
            int dot = skipBlanks(end);
            if (!is(dot, '.')) {
                return parts;
            }
            at = skipBlanks(dot + 1);
        }
    }

    private int keyPartEnd(int start) {
        if (is(start, '"') || is(start, '\'')) {
            return stringEnd(content, start);
        }
        int at = start;
        while (at < content.length() && isBare(content.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isBare(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    /** Where the value behind a key begins. */
    int valueStart(int keyEnd) {
        return skipBlanks(skipBlanks(keyEnd) + 1);
    }

    /** The offset behind the value that begins at {@code start}. */
    int valueEnd(int start) {
        return switch (content.charAt(start)) {
            case '"', '\'' -> stringEnd(content, start);
            case '[', '{' -> bracketsEnd(start);
            default -> literalEnd(start);
        };
    }

    private int bracketsEnd(int start) {
        int depth = 0;
        int at = start;
        while (at < content.length()) {
            char c = content.charAt(at);
            if (c == '"' || c == '\'') {
                at = stringEnd(content, at);
                continue;
            }
            if (c == '#') {
                at = lineEnd(at);
                continue;
            }
            at++;
            if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
                if (depth == 0) {
                    break;
                }
            }
        }
        return at;
    }

    /** A number, boolean or date; between a date and its time there may be a space. */
    private int literalEnd(int start) {
        int at = start;
        while (at < content.length() && ",]}#\n\r\t ".indexOf(content.charAt(at)) < 0) {
            at++;
        }
        boolean timeFollows = at == start + 10
                && is(start + 4, '-')
                && is(at, ' ')
                && at + 1 < content.length()
                && Character.isDigit(content.charAt(at + 1));
        return timeFollows ? literalEnd(at + 1) : at;
    }

    /**
     * The offset behind the string that begins at {@code start}, in any of the four spellings. One that never ends
     * reaches to the end of its line, or of the text when it may hold lines.
     */
    static int stringEnd(String content, int start) {
        char quote = content.charAt(start);
        String triple = String.valueOf(quote).repeat(3);
        boolean lines = content.startsWith(triple, start);
        int at = start + (lines ? 3 : 1);
        while (at < content.length()) {
            char c = content.charAt(at);
            if (c == '\\' && quote == '"') {
                at += 2;
            } else if (lines && content.startsWith(triple, at)) {
                return tripleEnd(content, at + 3, quote);
            } else if (!lines && c == quote) {
                return at + 1;
            } else if (!lines && c == '\n') {
                return at;
            } else {
                at++;
            }
        }
        return content.length();
    }

    /** One or two quotes right before the closing three belong to the string. */
    private static int tripleEnd(String content, int end, char quote) {
        int at = end;
        while (at < end + 2 && at < content.length() && content.charAt(at) == quote) {
            at++;
        }
        return at;
    }

    /** Behind blanks, line feeds, comments and, between items, commas. */
    int skipToItem(int offset) {
        int at = offset;
        while (at < content.length() && " \t\r\n,#".indexOf(content.charAt(at)) >= 0) {
            at = content.charAt(at) == '#' ? lineEnd(at) : at + 1;
        }
        return at;
    }

    int skipBlanks(int offset) {
        int at = offset;
        while (is(at, ' ') || is(at, '\t')) {
            at++;
        }
        return at;
    }

    private int lineEnd(int offset) {
        int feed = content.indexOf('\n', offset);
        return feed < 0 ? content.length() : feed;
    }

    boolean is(int offset, char c) {
        return offset < content.length() && content.charAt(offset) == c;
    }
}
