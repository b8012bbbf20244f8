package io.github.dagsterfleet.finding.report;

import io.github.dagsterfleet.finding.Severity;
import io.github.dagsterfleet.text.LineIndex;
import io.github.dagsterfleet.text.Span;
import io.github.dagsterfleet.text.VisibleText;

/** One place: where it is, the line it begins in, and carets under the part that counts. */
final class Snippet {
    /** Longer lines are shortened around the caret; wide enough for what people write, narrow enough for a screen. */
    private static final int WIDEST = 140;
    /** How much of a shortened line is shown before the caret. */
    private static final int BEFORE = 40;

    private static final String CUT = "…";

    private final Span span;
    private final String label;

    Snippet(Span span, String label) {
        this.span = span;
        this.label = label;
    }

    /** {@code  --> file:line:column}, the line, and the carets; several lines are clipped to the first. */
    void print(Ink ink, Severity severity, StringBuilder out) {
        LineIndex lines = span.text().lines();
        int line = span.line();
        int lineStart = lines.start(line);
        int lineEnd = lines.end(line);
        int caret = Math.min(span.start(), lineEnd);
        int caretEnd = Math.max(caret, Math.min(span.end(), lineEnd));
        int from = lineStart;
        int to = lineEnd;
        if (lineEnd - lineStart > WIDEST) {
            from = whole(Math.max(lineStart, Math.min(caret - BEFORE, lineEnd - WIDEST)));
            to = whole(Math.min(lineEnd, from + WIDEST));
            caretEnd = Math.min(caretEnd, to);
        }
        String head = from > lineStart ? CUT : "";
        String number = Integer.toString(line);
        String margin = " ".repeat(number.length());
        String shown = head + visible(from, to) + (to < lineEnd ? CUT : "");
        String carets = "^".repeat(Math.max(1, width(caret, caretEnd)));
        out.append(margin)
                .append(ink.frame("-->"))
                .append(' ')
                .append(
                        span.text().revision().isEmpty()
                                ? ink.place(span.path(), span.toString())
                                : VisibleText.of(span.toString()))
                .append('\n');
        out.append(margin).append(ink.frame(" |")).append('\n');
        out.append(ink.frame(number + " |"))
                .append(shown.isEmpty() ? "" : " ")
                .append(shown)
                .append('\n');
        out.append(margin)
                .append(ink.frame(" |"))
                .append(' ')
                .append(" ".repeat(head.length()))
                .append(blanks(from, caret))
                .append(ink.severity(label.isEmpty() ? carets : carets + " " + label, severity))
                .append('\n');
    }

    /** The offset, or the one before it when it would split a pair of surrogates. */
    private int whole(int offset) {
        String content = span.text().content();
        boolean splits = offset > 0
                && offset < content.length()
                && Character.isLowSurrogate(content.charAt(offset))
                && Character.isHighSurrogate(content.charAt(offset - 1));
        return splits ? offset - 1 : offset;
    }

    /** Tabs stay, so that the caret line can have the same ones; everything else that hides is escaped. */
    private String visible(int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        String content = span.text().content();
        for (int i = start; i < end; ) {
            int codePoint = content.codePointAt(i);
            if (codePoint == '\t') {
                out.append('\t');
            } else {
                VisibleText.append(out, codePoint);
            }
            i += Character.charCount(codePoint);
        }
        return out.toString();
    }

    /** What stands under a stretch of the line that has no caret. */
    private String blanks(int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        String content = span.text().content();
        for (int i = start; i < end; ) {
            int codePoint = content.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            out.append(codePoint == '\t' ? "\t" : " ".repeat(width(i, next)));
            i = next;
        }
        return out.toString();
    }

    /** How many columns of a terminal a stretch of the line takes; a tab under carets counts one. */
    private int width(int start, int end) {
        int width = 0;
        String content = span.text().content();
        for (int i = start; i < end; ) {
            int codePoint = content.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            width += codePoint == '\t' ? 1 : Columns.of(codePoint, visible(i, next));
            i = next;
        }
        return width;
    }
}
