package io.github.dagsterfleet.syntax.yaml;

import static io.github.dagsterfleet.syntax.yaml.Characters.isDigit;
import static io.github.dagsterfleet.syntax.yaml.Characters.skipDigits;
import static io.github.dagsterfleet.syntax.yaml.Characters.skipDigitsAndUnderscores;

import io.github.dagsterfleet.syntax.ScalarType;

/**
 * What a plain scalar is to PyYAML, whose regular expressions these scans follow, without the timestamps of {@link
 * Timestamp11}, which Dagster's loader takes out. {@link ScalarType#AMBIGUOUS} stands for a scalar at which PyYAML gives up.
 */
final class Yaml11 {
    private Yaml11() {}

    static ScalarType type(String text) {
        if (text.isEmpty()) {
            return ScalarType.NULL;
        }
        return switch (text.charAt(0)) {
            case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O' -> word(text);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '-', '.' -> number(text);
            case '~' -> text.length() == 1 ? ScalarType.NULL : ScalarType.STRING;
            case '=' -> text.length() == 1 ? ScalarType.AMBIGUOUS : ScalarType.STRING;
            case '<' -> text.equals("<<") ? ScalarType.AMBIGUOUS : ScalarType.STRING;
            default -> ScalarType.STRING;
        };
    }

    private static ScalarType word(String text) {
        return switch (text) {
            case "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF" -> ScalarType.BOOLEAN;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> ScalarType.BOOLEAN;
            case "null", "Null", "NULL" -> ScalarType.NULL;
            default -> ScalarType.STRING;
        };
    }

    private static ScalarType number(String text) {
        char first = text.charAt(0);
        boolean signed = first == '+' || first == '-';
        int at = signed ? 1 : 0;
        if (at == text.length()) {
            return ScalarType.STRING;
        }
        if (text.charAt(at) == '.') {
            return pointFirst(text, at, signed);
        }
        if (!isDigit(text.charAt(at))) {
            return ScalarType.STRING;
        }
        if (text.charAt(at) == '0' && at + 2 < text.length()) {
            switch (text.charAt(at + 1)) {
                case 'b':
                    return radix(text, at + 2, "01");
                case 'x':
                    return radix(text, at + 2, "0123456789abcdefABCDEF");
                default:
                    break;
            }
        }
        return digitFirst(text, at);
    }

    /** A sign is allowed before {@code .inf}, not before {@code .5}. */
    private static ScalarType pointFirst(String text, int at, boolean signed) {
        switch (text.substring(at)) {
            case ".inf", ".Inf", ".INF":
                return ScalarType.FLOAT;
            case ".nan", ".NaN", ".NAN":
                return signed ? ScalarType.STRING : ScalarType.FLOAT;
            default:
                break;
        }
        if (signed || at + 1 == text.length() || !isDigit(text.charAt(at + 1))) {
            return ScalarType.STRING;
        }
        return exponent(text, skipDigitsAndUnderscores(text, at + 1));
    }

    private static ScalarType digitFirst(String text, int start) {
        int at = skipDigitsAndUnderscores(text, start);
        if (at == text.length()) {
            return isWhole(text, start) ? ScalarType.INTEGER : ScalarType.STRING;
        }
        return switch (text.charAt(at)) {
            case '.' -> exponent(text, skipDigitsAndUnderscores(text, at + 1));
            case ':' -> sexagesimal(text, start, at);
            default -> ScalarType.STRING;
        };
    }

    /** Digits and underscores: decimal without a leading zero, octal with one. */
    private static boolean isWhole(String text, int start) {
        if (text.charAt(start) != '0') {
            return true;
        }
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == '8' || text.charAt(i) == '9') {
                return false;
            }
        }
        return true;
    }

    /** The end of a decimal fraction: nothing, or an exponent, which must have a sign. */
    private static ScalarType exponent(String text, int at) {
        if (at == text.length()) {
            return ScalarType.FLOAT;
        }
        boolean signed = at + 2 < text.length()
                && (text.charAt(at) == 'e' || text.charAt(at) == 'E')
                && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-');
        return signed && skipDigits(text, at + 2) == text.length() ? ScalarType.FLOAT : ScalarType.STRING;
    }

    /** Base 60, as in {@code 12:30} and {@code 1:30.5}. */
    private static ScalarType sexagesimal(String text, int start, int colon) {
        int at = colon;
        while (at < text.length() && text.charAt(at) == ':') {
            int end = skipDigits(text, at + 1);
            int length = end - at - 1;
            if (length == 0 || length > 2 || (length == 2 && text.charAt(at + 1) > '5')) {
                return ScalarType.STRING;
            }
            at = end;
        }
        if (at == text.length()) {
            return text.charAt(start) == '0' ? ScalarType.STRING : ScalarType.INTEGER;
        }
        boolean fraction = text.charAt(at) == '.' && skipDigitsAndUnderscores(text, at + 1) == text.length();
        return fraction ? ScalarType.FLOAT : ScalarType.STRING;
    }

    /** PyYAML takes underscores alone for a number and fails to make one. */
    private static ScalarType radix(String text, int start, String digits) {
        boolean some = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (digits.indexOf(c) >= 0) {
                some = true;
            } else if (c != '_') {
                return ScalarType.STRING;
            }
        }
        return some ? ScalarType.INTEGER : ScalarType.AMBIGUOUS;
    }
}
