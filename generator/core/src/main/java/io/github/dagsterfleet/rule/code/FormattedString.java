package io.github.dagsterfleet.rule.code;

/** An f-string that has begun: fields of code in its text, and fields again in the formats of these. */
final class FormattedString {
    /** A format may hold a field, and the format of that no other; one more does no harm. */
    private static final int MOST_FIELDS = 3;

    private final int start;
    private final int from;
    private final String closing;
    private final boolean raw;
    private final int[] brackets = new int[MOST_FIELDS + 1];
    private int fields;
    private boolean made;

    /**
     * @param start where it begins
     * @param from where its text begins
     */
    FormattedString(int start, int from, String closing, boolean raw) {
        this.start = start;
        this.from = from;
        this.closing = closing;
        this.raw = raw;
    }

    int start() {
        return start;
    }

    int from() {
        return from;
    }

    String closing() {
        return closing;
    }

    boolean isRaw() {
        return raw;
    }

    /** Whether its value is not what stands there. */
    boolean isMade() {
        return made;
    }

    void make() {
        made = true;
    }

    boolean isInField() {
        return fields > 0;
    }

    /** False where Python allows no other. */
    boolean beginField() {
        made = true;
        fields++;
        if (fields > MOST_FIELDS) {
            return false;
        }
        brackets[fields] = 0;
        return true;
    }

    boolean endField() {
        fields--;
        return fields >= 0;
    }

    boolean closesField(char c) {
        return c == '}' && brackets[fields] == 0;
    }

    boolean beginsSpecification(char c) {
        return c == ':' && brackets[fields] == 0;
    }

    void bracket(char c) {
        brackets[fields] += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
    }
}
