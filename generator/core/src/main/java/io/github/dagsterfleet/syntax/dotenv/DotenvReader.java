package io.github.dagsterfleet.syntax.dotenv;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.SyntaxFindings;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;

/** Follows python-dotenv's parser step by step; where that one drops a line without a word, there is a finding. */
final class DotenvReader {
    private final SourceText text;
    private final String content;
    private final Findings findings;
    private final Mapping.Builder entries = Mapping.builder();
    private int at;

    private DotenvReader(SourceText text, Findings findings) {
        this.text = text;
        this.content = text.content();
        this.findings = findings;
    }

    static Mapping read(SourceText text, Findings findings) {
        return new DotenvReader(text, findings).entries();
    }

    private Mapping entries() {
        skipSpace();
        while (at < content.length()) {
            if (content.charAt(at) == '#') {
                skipLine();
            } else {
                entry();
            }
            skipSpace();
        }
        return entries.build(text.whole());
    }

    private void entry() {
        skipExport();
        Span name = name();
        skipBlanks();
        if (!is('=')) {
            put(name, new Scalar("", ScalarType.NULL, text.span(name.end(), name.end())));
        } else {
            at++;
            skipBlanks();
            if (is('\'') || is('"')) {
                quoted(name);
            } else {
                bare(name);
            }
        }
        endLine();
    }

    private void skipExport() {
        int start = at;
        if (content.startsWith("export", at)) {
            at += "export".length();
            int blank = at;
            skipBlanks();
            if (at == blank) {
                at = start;
            }
        }
    }

    private Span name() {
        int start = at;
        while (at < content.length() && "=#".indexOf(content.charAt(at)) < 0 && !isSpace(content.charAt(at))) {
            at++;
        }
        return text.span(start, at);
    }

    private void bare(Span name) {
        int start = at;
        int end = lineEnd(start);
        for (int i = start + 1; i < end; i++) {
            if (content.charAt(i) == '#' && isSpace(content.charAt(i - 1))) {
                end = i;
            }
        }
        while (end > start && isSpace(content.charAt(end - 1))) {
            end--;
        }
        at = end;
        put(name, value(content.substring(start, end), text.span(start, end)));
    }

    /**
     * As the regular expression {@code '((?:\\'|[^'])*)'} matches: an escaped quote closes the value after all when no
     * other quote does.
     */
    private void quoted(Span name) {
        int start = at;
        char quote = content.charAt(start);
        int escaped = start;
        int close = start + 1;
        while (close < content.length() && content.charAt(close) != quote) {
            if (content.charAt(close) == '\\' && content.startsWith(String.valueOf(quote), close + 1)) {
                escaped = close + 1;
                close++;
            }
            close++;
        }
        if (close >= content.length()) {
            close = escaped;
        }
        if (close == start) {
            findings.add(at(text.span(start, start + 1), "a quote is never closed", "opened here")
                    .help("close it, or remove it"));
            skipLine();
            return;
        }
        at = close + 1;
        put(name, value(Escapes.decode(content.substring(start + 1, close), quote), text.span(start, at)));
    }

    private Scalar value(String value, Span span) {
        return Scalar.string(Interpolation.apply(value, entries), span);
    }

    private void put(Span name, Scalar value) {
        String key = name.content();
        if (!DotenvFormat.isName(key)) {
            findings.add(at(name, "`" + key + "` is no name of a variable", "not a name")
                    .help("use letters, digits and `_`, and no digit first"));
        } else if (entries.has(key)) {
            Span first = entries.entry(key).orElseThrow().key().span();
            findings.add(SyntaxFindings.duplicateKey(key, name, first));
        } else {
            entries.put(Scalar.string(key, name), value);
        }
    }

    /** Behind a value only a comment may follow. */
    private void endLine() {
        skipBlanks();
        int end = lineEnd(at);
        if (at < end && !is('#')) {
            findings.add(at(text.span(at, end), "text follows a value that is complete", "unexpected")
                    .help("put quotes around the whole value, or `#` before a comment"));
        }
        skipLine();
    }

    private Finding at(Span place, String message, String label) {
        return Finding.at(FindingCode.SYNTAX_DOTENV, place, message).label(label);
    }

    private void skipLine() {
        at = lineEnd(at);
    }

    private int lineEnd(int start) {
        int end = start;
        while (end < content.length() && content.charAt(end) != '\n' && content.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private void skipSpace() {
        while (at < content.length() && isSpace(content.charAt(at))) {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < content.length() && isSpace(content.charAt(at)) && !is('\n') && !is('\r')) {
            at++;
        }
    }

    private boolean is(char c) {
        return at < content.length() && content.charAt(at) == c;
    }

    /** What Python's {@code \s} takes. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }
}
