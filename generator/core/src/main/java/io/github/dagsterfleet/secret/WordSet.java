package io.github.dagsterfleet.secret;

import java.util.Arrays;

/** A few short words of letters, to be found in a text without cutting them out of it; case does not count. */
final class WordSet {
    /** Numbers of so many digits to the base 27 fit into 63 bits. */
    private static final int LONGEST = 13;

    static final long NONE = -1;

    private final long[] packed;

    private WordSet(long[] packed) {
        this.packed = packed;
    }

    static WordSet of(String... words) {
        long[] packed = new long[words.length];
        for (int i = 0; i < words.length; i++) {
            packed[i] = packed(words[i], 0, words[i].length());
            if (packed[i] == NONE) {
                throw new IllegalArgumentException(words[i]);
            }
        }
        Arrays.sort(packed);
        return new WordSet(packed);
    }

    /** Whether the stretch is one of the words. */
    boolean has(CharSequence text, int start, int end) {
        return has(packed(text, start, end));
    }

    /** The same for a word that was {@link #packed} once and is looked up in several sets. */
    boolean has(long word) {
        return word != NONE && Arrays.binarySearch(packed, word) >= 0;
    }

    /** The word as a number; the same one for every stretch that can be in no set. */
    static long packed(CharSequence text, int start, int end) {
        int length = end - start;
        if (length == 0 || length > LONGEST) {
            return NONE;
        }
        long word = 0;
        for (int i = start; i < end; i++) {
            int letter = (text.charAt(i) | 0x20) - 'a' + 1;
            if (letter < 1 || letter > 26) {
                return NONE;
            }
            word = word * 27 + letter;
        }
        return word;
    }
}
