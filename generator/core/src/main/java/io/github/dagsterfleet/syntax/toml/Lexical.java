package io.github.dagsterfleet.syntax.toml;

import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.SyntaxFindings;
import io.github.dagsterfleet.text.SourceText;

/**
 * What has to be known of a text before tomlj may see it: no lone carriage return, which tomlj does not count as a line
 * end; no half character; and no nesting that would exhaust the stack, since tomlj descends recursively.
 */
final class Lexical {
    private Lexical() {}

    /** Whether tomlj may see the text; else there are findings. */
    static boolean isSound(SourceText text, Findings findings) {
        return hasSoundCharacters(text, findings) && isShallow(text, findings);
    }

    private static boolean hasSoundCharacters(SourceText text, Findings findings) {
        String content = text.content();
        boolean sound = true;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '\r' && !content.startsWith("\n", i + 1)) {
                findings.add(SyntaxFindings.forbiddenCharacter(FindingCode.SYNTAX_TOML, "TOML", text.span(i, i + 1)));
                sound = false;
            }
        }
        if (SyntaxFindings.hasHalfCharacter(content)) {
            findings.add(SyntaxFindings.halfCharacter(FindingCode.SYNTAX_TOML, text.whole()));
            return false;
        }
        return sound;
    }

    /** Counts brackets, and the dots of a key, outside of strings and comments. */
    private static boolean isShallow(SourceText text, Findings findings) {
        String content = text.content();
        int depth = 0;
        int dots = 0;
        int at = 0;
        while (at < content.length()) {
            char c = content.charAt(at);
            if (c == '"' || c == '\'') {
                at = TomlScanner.stringEnd(content, at);
                continue;
            }
            if (c == '#') {
                int feed = content.indexOf('\n', at);
                at = feed < 0 ? content.length() : feed;
                continue;
            }
            if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth = Math.max(0, depth - 1);
            }
            dots = c == '.' ? dots + 1 : "=,[{\n".indexOf(c) >= 0 ? 0 : dots;
            if (depth > SyntaxFindings.DEEPEST) {
                findings.add(SyntaxFindings.tooDeep(text.span(at, at)));
                return false;
            }
            at++;
            if (dots == SyntaxFindings.DEEPEST) {
                findings.add(SyntaxFindings.tooDeep(text.span(at, at)));
                return false;
            }
        }
        return true;
    }
}
