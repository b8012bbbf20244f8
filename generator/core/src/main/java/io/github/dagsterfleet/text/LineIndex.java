package io.github.dagsterfleet.text;

import java.util.Arrays;

/**
 * Where the lines of a text begin. Lines and columns are 1-based; a column counts code points; an offset is a 0-based
 * {@code char} index. A line ends with {@code \n}, {@code \r\n} or a lone {@code \r}.
 */
public final class LineIndex {
    private final String text;
    private final int[] starts;
    private final boolean astral;

    /** Reads the text once. */
    public LineIndex(String text) {
        this.text = text;
        int[] found = new int[Math.max(16, text.length() / 24)];
        int count = 1;
        boolean surrogates = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            } else if (Character.isSurrogate(c)) {
                surrogates = true;
            }
        }
        this.starts = Arrays.copyOf(found, count);
        this.astral = surrogates;
    }

    /** How many lines there are; the empty text has one. */
    public int lineCount() {
        return starts.length;
    }

    /** The line that holds the offset; an offset at the end of the text belongs to the last line. */
    public int line(int offset) {
        int at = Arrays.binarySearch(starts, offset);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** The column of the offset in its line. */
    public int column(int offset) {
        int start = starts[line(offset) - 1];
        return 1 + (astral ? text.codePointCount(start, Math.min(offset, text.length())) : offset - start);
    }

    /** The offset of a line's first character. */
    public int start(int line) {
        return starts[line - 1];
    }

    /** The offset behind a line's last character, its line end not counted. */
    public int end(int line) {
        int end = line < starts.length ? starts[line] : text.length();
        while (end > starts[line - 1] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** The offset of a place; a column behind the line's end yields the line's end. */
    public int offset(int line, int column) {
        int end = end(line);
        int start = starts[line - 1];
        if (!astral) {
            return Math.min(end, start + column - 1);
        }
        int length = text.codePointCount(start, end);
        return column - 1 >= length ? end : text.offsetByCodePoints(start, column - 1);
    }

    /** The {@code char} offset of a place counted in code points from the beginning of the text. */
    public int offsetOfCodePoint(int codePoints) {
        if (!astral) {
            return Math.min(codePoints, text.length());
        }
        int total = text.codePointCount(0, text.length());
        return codePoints >= total ? text.length() : text.offsetByCodePoints(0, codePoints);
    }
}
