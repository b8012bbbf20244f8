package io.github.dagsterfleet.render;

import java.util.Arrays;

/** Characters of one artifact after the other. Appending copies whole stretches, which a {@link StringBuilder} does not. */
final class TextBuffer {
    private char[] chars = new char[1 << 14];
    private int length;

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void append(String piece) {
        append(piece, 0, piece.length());
    }

    void append(String piece, int from, int to) {
        reserve(to - from);
        piece.getChars(from, to, chars, length);
        length += to - from;
    }

    void append(char[] piece, int offset, int count) {
        reserve(count);
        System.arraycopy(piece, offset, chars, length, count);
        length += count;
    }

    /** A line feed and blanks up to {@code column} (1-based). */
    void newLine(int column) {
        reserve(column);
        chars[length] = '\n';
        Arrays.fill(chars, length + 1, length + column, ' ');
        length += column;
    }

    private void reserve(int more) {
        if (chars.length - length < more) {
            chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + more));
        }
    }

    /** The last character; a line feed where there is none. */
    char last() {
        return length == 0 ? '\n' : chars[length - 1];
    }

    boolean isBlank() {
        for (int i = length - 1; i >= 0; i--) {
            if (chars[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    /** The column (1-based, in code points) of the next character. */
    int column() {
        int start = lineStart();
        return 1 + Character.codePointCount(chars, start, length - start);
    }

    /** Whether the last line holds exactly these characters so far. */
    boolean lineIs(String characters) {
        int start = lineStart();
        if (length - start != characters.length()) {
            return false;
        }
        for (int i = start; i < length; i++) {
            if (chars[i] != characters.charAt(i - start)) {
                return false;
            }
        }
        return true;
    }

    private int lineStart() {
        int start = length;
        while (start > 0 && chars[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    String substring(int from, int to) {
        return new String(chars, from, to - from);
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
