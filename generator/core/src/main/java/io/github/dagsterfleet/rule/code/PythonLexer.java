package io.github.dagsterfleet.rule.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Python code as tokens, comments and layout left out. The code inside of an f-string comes out as tokens too, in round
 * brackets, before the string itself.
 */
final class PythonLexer {
    private static final String PREFIXES = "rRbBuUfFtT";
    private static final int LONGEST_PREFIX = 2;
    /** Python itself allows no more f-strings in one another. */
    private static final int MOST_OPEN = 150;

    private final String code;
    private final List<PythonToken> tokens = new ArrayList<>();
    private final Deque<FormattedString> open = new ArrayDeque<>();
    private int at;
    private int brackets;
    private boolean inText;
    private boolean broken;

    private PythonLexer(String code) {
        this.code = code;
    }

    /** Empty where the text cannot be Python: a string that does not end, or no end of strings in strings. */
    static Optional<List<PythonToken>> tokens(String code) {
        PythonLexer lexer = new PythonLexer(code);
        while (lexer.at < code.length() && !lexer.broken) {
            if (lexer.inText) {
                lexer.text(lexer.open.element());
            } else {
                lexer.code();
            }
        }
        return lexer.broken || !lexer.open.isEmpty() ? Optional.empty() : Optional.of(lexer.tokens);
    }

    private void code() {
        char c = code.charAt(at);
        if (c == '\n') {
            lineEnd();
        } else if (c == '#') {
            int end = code.indexOf('\n', at);
            at = end < 0 ? code.length() : end;
        } else if (c == '"' || c == '\'') {
            string(at);
        } else if (Character.isDigit(c)) {
            add(PythonToken.Kind.NUMBER, at, wordEnd(), "");
        } else if (Character.isUnicodeIdentifierStart(c) || c == '_') {
            word();
        } else if (c <= ' ' || c == '\\') {
            at++;
            // A backslash joins the next line.
            if (c == '\\' && at < code.length()) {
                at += code.startsWith("\r\n", at) ? 2 : 1;
            }
        } else {
            sign(c);
        }
    }

    private void lineEnd() {
        if (brackets == 0 && open.isEmpty()) {
            add(PythonToken.Kind.LINE_END, at, at + 1, "");
        } else {
            at++;
        }
    }

    private void word() {
        int start = at;
        int end = wordEnd();
        boolean quoted = end < code.length() && (code.charAt(end) == '"' || code.charAt(end) == '\'');
        if (quoted && end - start <= LONGEST_PREFIX && isPrefix(start, end)) {
            at = end;
            string(start);
        } else {
            add(PythonToken.Kind.NAME, start, end, code.substring(start, end));
        }
    }

    private int wordEnd() {
        int end = at + 1;
        while (end < code.length() && Character.isUnicodeIdentifierPart(code.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isPrefix(int start, int end) {
        for (int i = start; i < end; i++) {
            if (PREFIXES.indexOf(code.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private void sign(char c) {
        FormattedString string = open.peek();
        if (string != null && string.closesField(c)) {
            field(string.endField());
        } else if (string != null && string.beginsSpecification(c)) {
            at++;
            inText = true;
        } else {
            brackets += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 && brackets > 0 ? -1 : 0;
            if (string != null) {
                string.bracket(c);
            }
            add(PythonToken.Kind.SIGN, at, at + 1, String.valueOf(c));
        }
    }

    /** From the quotes on, which are at the present place. */
    private void string(int start) {
        String prefix = code.substring(start, at);
        char quote = code.charAt(at);
        String closing = String.valueOf(quote).repeat(3);
        boolean triple = code.startsWith(closing, at);
        if (!triple) {
            closing = String.valueOf(quote);
        }
        boolean raw = has(prefix, 'r', 'R');
        at += closing.length();
        if (has(prefix, 'f', 'F') || has(prefix, 't', 'T')) {
            open.push(new FormattedString(start, at, closing, raw));
            inText = true;
            broken = open.size() > MOST_OPEN;
            return;
        }
        int from = at;
        boolean escapes = false;
        while (at < code.length() && !code.startsWith(closing, at)) {
            char c = code.charAt(at);
            broken |= c == '\n' && !triple;
            escapes |= c == '\\';
            at += c == '\\' ? escapeLength() : 1;
        }
        broken |= at >= code.length();
        if (!broken) {
            boolean literal = !has(prefix, 'b', 'B') && (raw || !escapes);
            String value = literal ? code.substring(from, at) : "";
            PythonToken.Kind kind = literal ? PythonToken.Kind.STRING : PythonToken.Kind.MADE_STRING;
            add(kind, start, at + closing.length(), value);
        }
    }

    /** The characters of a formatted string, or of a format, up to what has a meaning. */
    private void text(FormattedString string) {
        char c = code.charAt(at);
        if (c == '\\') {
            string.make();
            // Braces are never escaped by it, but for those of a character's name.
            int name = code.startsWith("\\N{", at) && !string.isRaw() ? code.indexOf('}', at) + 1 - at : 0;
            boolean brace = at + 1 < code.length() && "{}".indexOf(code.charAt(at + 1)) >= 0;
            at += name > 0 ? name : brace ? 1 : escapeLength();
        } else if (code.startsWith(string.closing(), at) && !string.isInField()) {
            at += string.closing().length();
            open.pop();
            inText = false;
            String value = string.isMade()
                    ? ""
                    : code.substring(string.from(), at - string.closing().length());
            add(string.isMade() ? PythonToken.Kind.MADE_STRING : PythonToken.Kind.STRING, string.start(), at, value);
        } else if (!string.isInField() && (code.startsWith("{{", at) || code.startsWith("}}", at))) {
            string.make();
            at += 2;
        } else if (c == '{') {
            broken = !string.beginField();
            inText = false;
            add(PythonToken.Kind.SIGN, at, at + 1, "(");
        } else if (c == '}' && string.isInField()) {
            field(string.endField());
        } else {
            broken = c == '\n' && string.closing().length() == 1;
            at++;
        }
    }

    /** The closing brace of a field; behind it goes the text on in which the field stands. */
    private void field(boolean ended) {
        broken = !ended;
        add(PythonToken.Kind.SIGN, at, at + 1, ")");
        inText = true;
    }

    private int escapeLength() {
        return code.startsWith("\r\n", at + 1) ? 3 : 2;
    }

    private void add(PythonToken.Kind kind, int start, int end, String text) {
        tokens.add(new PythonToken(kind, start, end, text));
        at = end;
    }

    private static boolean has(String prefix, char lower, char upper) {
        return prefix.indexOf(lower) >= 0 || prefix.indexOf(upper) >= 0;
    }
}
