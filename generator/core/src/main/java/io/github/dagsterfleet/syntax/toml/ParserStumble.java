package io.github.dagsterfleet.syntax.toml;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.text.LineIndex;
import io.github.dagsterfleet.text.SourceText;
import org.tomlj.Toml;
import org.tomlj.TomlVersion;

/**
 * Where tomlj breaks off with an exception of its own. Behind a mistake that it means to pass over it may take pieces of
 * two values for one, a date without its offset, say, and falls over that before it has told the mistake; or it takes the
 * content of a text for brackets, and goes deeper than its stack reaches.
 */
final class ParserStumble {
    private final SourceText text;

    ParserStumble(SourceText text) {
        this.text = text;
    }

    /** In the first line up to which the parser breaks off; it reads on from the top, so it does in all that follow. */
    Finding finding() {
        LineIndex lines = text.lines();
        int first = 1;
        int last = lines.lineCount();
        while (first < last) {
            int middle = (first + last) >>> 1;
            if (breaksOff(text.content().substring(0, lines.end(middle)))) {
                last = middle;
            } else {
                first = middle + 1;
            }
        }
        return Finding.at(
                        FindingCode.SYNTAX_TOML,
                        text.span(lines.start(first), lines.end(first)),
                        "this is no TOML that can be read")
                .label("not understood")
                .help("look for a quote, a bracket or a part of a date that is missing here or in the lines above");
    }

    private static boolean breaksOff(String content) {
        try {
            Toml.parse(content, TomlVersion.V1_0_0);
            return false;
        } catch (RuntimeException | StackOverflowError stumble) {
            return true;
        }
    }
}
