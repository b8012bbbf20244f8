package io.github.dagsterfleet.syntax;

import java.math.BigInteger;
import java.util.Locale;

/**
 * The one spelling of a number, boolean or null that all formats read alike. Comes in: any spelling that one of our
 * readers takes for that type, such as YAML's {@code 0x1F} and {@code .5} or TOML's {@code 1_000} and {@code inf}.
 */
final class Canonical {
    /** To tell the decimal digits of a longer one takes longer than anybody waits. */
    private static final int MOST_DIGITS = 10_000;

    private Canonical() {}

    static String of(ScalarType type, String text) {
        return switch (type) {
            case INTEGER -> integer(text);
            case FLOAT -> decimal(text);
            case BOOLEAN -> text.toLowerCase(Locale.ROOT);
            case NULL -> "null";
            case STRING, DATETIME, AMBIGUOUS -> text;
        };
    }

    private static String integer(String text) {
        boolean negative = text.startsWith("-");
        String digits = withoutUnderscores(withoutSign(text));
        if (digits.length() > 2 && digits.charAt(0) == '0') {
            int radix = radix(digits.charAt(1));
            if (radix != 10 && digits.length() <= MOST_DIGITS) {
                digits = new BigInteger(digits.substring(2), radix).toString();
            }
        }
        digits = withoutLeadingZeros(digits);
        return negative && !digits.equals("0") ? "-" + digits : digits;
    }

    private static int radix(char letter) {
        return switch (letter) {
            case 'x' -> 16;
            case 'o' -> 8;
            case 'b' -> 2;
            default -> 10;
        };
    }

    /** Keeps every digit: {@code 1.10} stays {@code 1.10}; only what some format lacks is added. */
    private static String decimal(String text) {
        String sign = text.startsWith("-") ? "-" : "";
        String digits = withoutUnderscores(withoutSign(text)).toLowerCase(Locale.ROOT);
        if (digits.endsWith("nan")) {
            return ".nan";
        }
        if (digits.endsWith("inf")) {
            return sign + ".inf";
        }
        int e = digits.indexOf('e');
        String mantissa = e < 0 ? digits : digits.substring(0, e);
        int point = mantissa.indexOf('.');
        String whole = withoutLeadingZeros(point < 0 ? mantissa : mantissa.substring(0, point));
        String fraction = point < 0 || point == mantissa.length() - 1 ? "0" : mantissa.substring(point + 1);
        return sign + whole + "." + fraction + (e < 0 ? "" : "e" + exponent(digits.substring(e + 1)));
    }

    private static String exponent(String text) {
        return (text.startsWith("-") ? "-" : "+") + withoutLeadingZeros(withoutSign(text));
    }

    private static String withoutSign(String text) {
        return text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    }

    private static String withoutUnderscores(String text) {
        return text.indexOf('_') < 0 ? text : text.replace("_", "");
    }

    private static String withoutLeadingZeros(String digits) {
        int at = 0;
        while (at < digits.length() - 1 && digits.charAt(at) == '0') {
            at++;
        }
        return digits.isEmpty() ? "0" : digits.substring(at);
    }
}
