package io.github.dagsterfleet.syntax.yaml;

import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.SyntaxFindings;
import io.github.dagsterfleet.text.SourceText;

/**
 * Characters that may not stand in a YAML file: those that YAML excludes, and the three line breaks of YAML 1.1 that
 * are ordinary characters to 1.2. Looked for before parsing, because the parser stops at the first and knows no column.
 */
final class ForbiddenCharacters {
    private ForbiddenCharacters() {}

    /** Whether there is none; else each has its finding. */
    static boolean none(SourceText text, Findings findings) {
        String content = text.content();
        boolean none = true;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if ((c >= ' ' && c < 0x7F) || c == '\n' || c == '\r' || c == '\t') {
                continue;
            }
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < content.length()
                    && Character.isLowSurrogate(content.charAt(i + 1));
            if (!pair && isForbidden(c)) {
                findings.add(SyntaxFindings.forbiddenCharacter(FindingCode.SYNTAX_YAML, "YAML", text.span(i, i + 1))
                        .help("remove it, or write it as an escape in double quotes"));
                none = false;
            }
            i += pair ? 1 : 0;
        }
        return none;
    }

    private static boolean isForbidden(char c) {
        return c < 0xA0 || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c) || c >= 0xFFFE || c == 0xFEFF;
    }
}
