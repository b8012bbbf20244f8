package io.github.dagsterfleet.syntax.toml;

import io.github.dagsterfleet.syntax.DoubleQuotes;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.SyntaxFindings;

/** How keys and scalars are spelt. */
final class TomlText {
    private static final int DIGITS_THAT_ALWAYS_FIT = 18;

    private TomlText() {}

    static String key(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!TomlScanner.isBare(name.charAt(i))) {
                return DoubleQuotes.text(name);
            }
        }
        return name.isEmpty() ? DoubleQuotes.text(name) : name;
    }

    static String scalar(Scalar value) {
        if (!canHold(value)) {
            throw new IllegalArgumentException("TOML has no spelling for " + value.kind());
        }
        return switch (value.type()) {
            case STRING -> DoubleQuotes.text(value.text());
            case FLOAT -> number(value.canonical().text());
            default -> value.canonical().text();
        };
    }

    /** TOML has no null, and no whole number beyond 64 bits. */
    static boolean canHold(Scalar value) {
        return switch (value.type()) {
            case FLOAT, BOOLEAN, DATETIME -> true;
            case INTEGER -> isLong(value.canonical().text());
            case STRING -> !SyntaxFindings.hasHalfCharacter(value.text());
            case NULL, AMBIGUOUS -> false;
        };
    }

    private static boolean isLong(String digits) {
        if (digits.length() <= DIGITS_THAT_ALWAYS_FIT) {
            return true;
        }
        try {
            return Long.toString(Long.parseLong(digits)).equals(digits);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Infinity and not-a-number stand without the point that YAML writes. */
    private static String number(String canonical) {
        return switch (canonical) {
            case ".nan" -> "nan";
            case ".inf" -> "inf";
            case "-.inf" -> "-inf";
            default -> canonical;
        };
    }
}
