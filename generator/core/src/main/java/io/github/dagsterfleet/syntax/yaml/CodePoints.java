package io.github.dagsterfleet.syntax.yaml;

import java.util.Arrays;

/** Turns offsets counted in code points, as the parser counts, into {@code char} offsets. */
final class CodePoints {
    private final int length;
    /** The code point offsets of the characters that take two {@code char}s; empty for almost every file. */
    private final int[] pairs;

    private CodePoints(int length, int[] pairs) {
        this.length = length;
        this.pairs = pairs;
    }

    static CodePoints of(String text) {
        int[] pairs = new int[0];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))) {
                if (count == pairs.length) {
                    pairs = Arrays.copyOf(pairs, Math.max(16, count * 2));
                }
                pairs[count] = i - count;
                count++;
            }
        }
        return new CodePoints(text.length(), Arrays.copyOf(pairs, count));
    }

    /** The {@code char} offset; the parser's "nowhere" is the beginning, and nothing lies behind the end. */
    int offset(long codePoint) {
        int wanted = (int) Math.max(0, Math.min(codePoint, length));
        if (pairs.length == 0) {
            return wanted;
        }
        int at = Arrays.binarySearch(pairs, wanted);
        int before = at >= 0 ? at : -at - 1;
        return Math.min(wanted + before, length);
    }
}
