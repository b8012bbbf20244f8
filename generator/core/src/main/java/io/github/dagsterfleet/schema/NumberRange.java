package io.github.dagsterfleet.schema;

/** Which decimal numbers readers can hold: all of them keep 64 bits, whatever is written. */
enum NumberRange {
    HELD,
    /** Read as infinity. */
    TOO_LARGE,
    /** Read as zero. */
    TOO_SMALL;

    /** @param text digits with at most one point, and an exponent; {@code .inf} and {@code .nan} are numbers of their own */
    static NumberRange of(String text) {
        int exponent = exponent(text);
        if (exponent < 0) {
            return HELD;
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            return TOO_LARGE;
        }
        return value == 0 && !isZero(text, exponent) ? TOO_SMALL : HELD;
    }

    /** Where the exponent begins; without one a number would have to be 300 digits long, and is its author's own affair. */
    private static int exponent(String text) {
        return Math.max(text.indexOf('e'), text.indexOf('E'));
    }

    private static boolean isZero(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) >= '1' && text.charAt(i) <= '9') {
                return false;
            }
        }
        return true;
    }
}
