package io.github.dagsterfleet.secret;

import java.util.Locale;

/** Whether characters look as if a machine had drawn them, and are no example. */
final class Randomness {
    /** What people write where a token is due. */
    private static final String[] EXAMPLES = {
        "example", "xxxx", "....", "placeholder", "your", "changeme", "redacted", "dummy"
    };

    private Randomness() {}

    /**
     * Of characters that stand where a token has its random part. Those that count up, {@code abcdef012345}, are no less
     * a secret there: whoever makes up a token for a test environment types such.
     */
    static boolean isRandom(CharSequence text, int start, int end) {
        long low = 0;
        long high = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < 64) {
                low |= 1L << c;
            } else {
                high |= 1L << (c & 63);
            }
        }
        int distinct = Long.bitCount(low) + Long.bitCount(high);
        int length = end - start;
        return distinct >= Math.min(7, length / 2) && !isExample(text, start, end);
    }

    /** Whether the characters themselves say that they are none to be used. */
    static boolean isExample(CharSequence text, int start, int end) {
        String value = text.subSequence(start, end).toString().toLowerCase(Locale.ROOT);
        for (String example : EXAMPLES) {
            if (value.contains(example)) {
                return true;
            }
        }
        return false;
    }

    /** How much there is to guess, in bits: Shannon's measure over the characters themselves. */
    static double bits(CharSequence text, int start, int end) {
        int[] times = new int[128];
        int length = end - start;
        for (int i = start; i < end; i++) {
            times[text.charAt(i) & 127]++;
        }
        double bits = 0;
        for (int time : times) {
            if (time > 0) {
                bits -= time * Math.log((double) time / length) / Math.log(2);
            }
        }
        return bits;
    }
}
