package io.github.dagsterfleet.render;

import io.github.dagsterfleet.text.LineIndex;
import io.github.dagsterfleet.text.SourceText;

/**
 * Whether a directive's tag stands alone on its line in the template. FreeMarker then takes the indentation and the line
 * break for layout of the template and drops both; a directive that prints gives them back.
 *
 * @param blank the indentation in front of the tag
 * @param alone whether nothing else stands on the line
 * @param onlyTags whether everything else on the line is tags too
 * @param first whether it is the template's first line
 */
record OwnLine(String blank, boolean alone, boolean onlyTags, boolean first) {
    /** Looks at the lines around a tag that reaches from {@code start} to {@code end} (exclusive). */
    static OwnLine of(SourceText template, int start, int end) {
        LineIndex lines = template.lines();
        int line = lines.line(start);
        int lineStart = lines.start(line);
        int lineEnd = lines.end(lines.line(Math.max(start, end - 1)));
        String text = template.content();
        boolean alone = isBlank(text, lineStart, start) && isBlank(text, end, lineEnd);
        return new OwnLine(
                alone ? text.substring(lineStart, start) : "",
                alone,
                isTags(text, lineStart, start) && isTags(text, end, lineEnd),
                line == 1);
    }

    private static boolean isTags(String text, int from, int to) {
        String part = text.substring(from, to).strip();
        return part.isEmpty() || (isTagStart(part) && part.endsWith(">"));
    }

    private static boolean isTagStart(String part) {
        return part.startsWith("<#") || part.startsWith("<@") || part.startsWith("</#") || part.startsWith("</@");
    }

    private static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
                return false;
            }
        }
        return true;
    }

    /** The dropped indentation; empty when FreeMarker left it, as it does for a template's first stretch of text. */
    String indentation(TextBuffer out) {
        return out.lineIs(blank) ? "" : blank;
    }

    /** Whether the line break after the tag was dropped, which it is not when kept indentation opens the template. */
    boolean ownsLineEnd() {
        return alone && !(first && !blank.isEmpty());
    }

    /** The dropped line break. */
    String lineEnd() {
        return ownsLineEnd() ? "\n" : "";
    }
}
