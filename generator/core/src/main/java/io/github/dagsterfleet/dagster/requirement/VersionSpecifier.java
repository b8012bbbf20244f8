package io.github.dagsterfleet.dagster.requirement;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One comparison with a version, as PEP 440 writes it. */
final class VersionSpecifier {
    /** Longer ones first, so that the first that matches is the operator. */
    private static final List<String> OPERATORS = List.of("===", "==", "~=", "!=", "<=", ">=", "<", ">");

    // Groups that repeat give nothing back, since those that might take a stack as deep as the version is long.
    private static final String EPOCH = "v?(?:[0-9]+!)?";
    private static final String RELEASE = "[0-9]+(?:\\.[0-9]+)*+";
    private static final String PHASES = "(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?"
            + "(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?"
            + "(?:[-_.]?dev[-_.]?[0-9]*)?";
    private static final String LOCAL = "(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*+)?";

    private static final Pattern ORDERED = pattern(EPOCH + RELEASE + PHASES);
    private static final Pattern EQUAL = pattern(EPOCH + RELEASE + "(?:\\.\\*|" + PHASES + LOCAL + ")");
    private static final Pattern COMPATIBLE = pattern(EPOCH + "[0-9]+(?:\\.[0-9]+)++" + PHASES);

    private VersionSpecifier() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    static boolean mayBegin(char c) {
        return c == '=' || c == '~' || c == '!' || c == '<' || c == '>';
    }

    /** Moves behind the operator. */
    static Optional<String> operator(Cursor cursor) {
        for (String operator : OPERATORS) {
            if (cursor.take(operator)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    static boolean isValid(String operator, String version) {
        return switch (operator) {
            case "===" -> true;
            case "~=" -> COMPATIBLE.matcher(version).matches();
            case "==", "!=" -> isPlainRelease(version) || EQUAL.matcher(version).matches();
            default -> isPlainRelease(version) || ORDERED.matcher(version).matches();
        };
    }

    /** Nearly every version: digits and dots need no pattern. */
    private static boolean isPlainRelease(String version) {
        boolean afterDigit = false;
        for (int i = 0; i < version.length(); i++) {
            char c = version.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && !(c == '.' && afterDigit)) {
                return false;
            }
            afterDigit = digit;
        }
        return afterDigit;
    }
}
