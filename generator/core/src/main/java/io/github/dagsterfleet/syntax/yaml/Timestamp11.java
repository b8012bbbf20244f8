package io.github.dagsterfleet.syntax.yaml;

import static io.github.dagsterfleet.syntax.yaml.Characters.isBlank;
import static io.github.dagsterfleet.syntax.yaml.Characters.skipDigits;

/**
 * Whether a plain scalar is a date or a time to YAML 1.1, by PyYAML's regular expression. Dates that no calendar has count
 * too: PyYAML stops at them.
 */
public final class Timestamp11 {
    private final String text;
    private int at;

    private Timestamp11(String text) {
        this.text = text;
    }

    public static boolean is(String text) {
        return text.length() >= 10 && text.charAt(4) == '-' && new Timestamp11(text).is();
    }

    private boolean is() {
        if (digits(4, 4) == 0 || !character('-')) {
            return false;
        }
        int month = digits(1, 2);
        if (month == 0 || !character('-')) {
            return false;
        }
        int day = digits(1, 2);
        return at == text.length() ? month == 2 && day == 2 : day > 0 && isTime();
    }

    private boolean isTime() {
        boolean apart = character('T') || character('t') || blanks();
        if (!apart || digits(1, 2) == 0 || !character(':') || digits(2, 2) == 0 || !character(':')) {
            return false;
        }
        if (digits(2, 2) == 0) {
            return false;
        }
        if (character('.')) {
            at = skipDigits(text, at);
        }
        return at == text.length() || isZone();
    }

    private boolean isZone() {
        blanks();
        if (character('Z')) {
            return at == text.length();
        }
        if (!(character('+') || character('-')) || digits(1, 2) == 0) {
            return false;
        }
        return at == text.length() || (character(':') && digits(2, 2) == 2 && at == text.length());
    }

    private boolean blanks() {
        int start = at;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at > start;
    }

    private boolean character(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        if (there) {
            at++;
        }
        return there;
    }

    /** How many digits stand here, and passes over them; none when they are too few or too many. */
    private int digits(int fewest, int most) {
        int count = skipDigits(text, at) - at;
        if (count < fewest || count > most) {
            return 0;
        }
        at += count;
        return count;
    }
}
