package io.github.dagsterfleet.syntax.yaml;

import static io.github.dagsterfleet.syntax.yaml.Characters.isDigit;
import static io.github.dagsterfleet.syntax.yaml.Characters.isHexDigit;
import static io.github.dagsterfleet.syntax.yaml.Characters.skipDigits;

import io.github.dagsterfleet.syntax.ScalarType;

/** What a plain scalar is under the core schema of YAML 1.2. */
final class Yaml12 {
    private Yaml12() {}

    static ScalarType type(String text) {
        if (text.isEmpty()) {
            return ScalarType.NULL;
        }
        return switch (text.charAt(0)) {
            case 'n', 'N', 't', 'T', 'f', 'F', '~' -> word(text);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '-', '.' -> number(text);
            default -> ScalarType.STRING;
        };
    }

    private static ScalarType word(String text) {
        return switch (text) {
            case "true", "True", "TRUE", "false", "False", "FALSE" -> ScalarType.BOOLEAN;
            case "null", "Null", "NULL", "~" -> ScalarType.NULL;
            default -> ScalarType.STRING;
        };
    }

    private static ScalarType number(String text) {
        char first = text.charAt(0);
        boolean signed = first == '+' || first == '-';
        int at = signed ? 1 : 0;
        if (at < text.length() && text.charAt(at) == '.') {
            switch (text.substring(at)) {
                case ".inf", ".Inf", ".INF":
                    return ScalarType.FLOAT;
                case ".nan", ".NaN", ".NAN":
                    return signed ? ScalarType.STRING : ScalarType.FLOAT;
                default:
                    break;
            }
        }
        if (first == '0' && text.length() > 2 && (text.charAt(1) == 'o' || text.charAt(1) == 'x')) {
            return radix(text);
        }
        return decimal(text, at);
    }

    private static ScalarType decimal(String text, int start) {
        int at = skipDigits(text, start);
        boolean digits = at > start;
        if (digits && at == text.length()) {
            return ScalarType.INTEGER;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            int end = skipDigits(text, at + 1);
            digits |= end > at + 1;
            at = end;
        }
        return digits && isExponent(text, at) ? ScalarType.FLOAT : ScalarType.STRING;
    }

    private static boolean isExponent(String text, int start) {
        if (start == text.length()) {
            return true;
        }
        if (text.charAt(start) != 'e' && text.charAt(start) != 'E') {
            return false;
        }
        int at = start + 1;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        return at < text.length() && skipDigits(text, at) == text.length();
    }

    private static ScalarType radix(String text) {
        boolean octal = text.charAt(1) == 'o';
        for (int i = 2; i < text.length(); i++) {
            char c = text.charAt(i);
            if (octal ? !isDigit(c) || c > '7' : !isHexDigit(c)) {
                return ScalarType.STRING;
            }
        }
        return ScalarType.INTEGER;
    }
}
