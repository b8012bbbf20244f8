package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** How a misspelt scalar would have to be written to be of another type. Used for messages only. */
final class Spelling {
    private static final int LONGEST = 60;

    private Spelling() {}

    /** The text between backticks, cut when it is long. */
    static String shown(String text) {
        int points = text.codePointCount(0, text.length());
        return points <= LONGEST
                ? "`" + text + "`"
                : "`" + text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…`";
    }

    /** The text in double quotes, as YAML, TOML and JSON read it. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** What a person may have meant by this scalar where the type is due: {@code true} for {@code yes}. */
    static Optional<String> as(ScalarType due, Scalar scalar) {
        String text = scalar.text().trim();
        return switch (due) {
            case BOOLEAN -> truth(text);
            case INTEGER -> wholeNumber(text);
            case FLOAT -> isWhole(text) ? wholeNumber(text) : decimal(text);
            default -> Optional.empty();
        };
    }

    private static Optional<String> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "y" -> Optional.of("true");
            case "false", "no", "off", "n" -> Optional.of("false");
            default -> Optional.empty();
        };
    }

    private static boolean isWhole(String text) {
        return text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
    }

    /** Also a number with an exponent or a fraction of zeros, such as {@code 1e3}. */
    private static Optional<String> wholeNumber(String text) {
        return number(text)
                .filter(number -> Math.abs((long) number.scale()) < LONGEST)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(number -> number.toBigInteger().toString());
    }

    private static Optional<String> decimal(String text) {
        return number(text).map(number -> switch (NumberRange.of(number.toString())) {
            case HELD -> Double.toString(number.doubleValue());
            case TOO_LARGE -> infinity(text);
            case TOO_SMALL -> "0.0";
        });
    }

    /** With the number's own sign. */
    static String infinity(String number) {
        return number.startsWith("-") ? "-.inf" : ".inf";
    }

    private static Optional<BigDecimal> number(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("+-.0123456789eE_".indexOf(text.charAt(i)) < 0) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(new BigDecimal(text.replace("_", "")));
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }
}
