package io.github.dagsterfleet.syntax.yaml;

import static io.github.dagsterfleet.syntax.yaml.Characters.isDigit;
import static io.github.dagsterfleet.syntax.yaml.Characters.skipDigits;

import io.github.dagsterfleet.syntax.ScalarType;

/** What YAML 1.1 and 1.2 make of a plain scalar together. */
final class PlainScalar {
    private PlainScalar() {}

    /** The type on which both agree, the value being the same too; else {@link ScalarType#AMBIGUOUS}. */
    static ScalarType type(String text) {
        ScalarType newer = Yaml12.type(text);
        boolean agreed =
                switch (newer) {
                    case INTEGER -> !isOctalTo11(text);
                    case STRING -> !Timestamp11.is(text);
                    default -> true;
                };
        return agreed && Yaml11.type(text) == newer ? newer : ScalarType.AMBIGUOUS;
    }

    /** Whether every reader takes the text for a text, also those that know more forms of dates than YAML 1.1. */
    static boolean isText(String text) {
        return type(text) == ScalarType.STRING && !looksLikeDate(text);
    }

    /** {@code 010} is eight to 1.1 and ten to 1.2; {@code 07} is seven to both. */
    private static boolean isOctalTo11(String text) {
        int at = isDigit(text.charAt(0)) ? 0 : 1;
        if (text.charAt(at) != '0') {
            return false;
        }
        while (at < text.length() && text.charAt(at) == '0') {
            at++;
        }
        return text.length() - at > 1 && isDigit(text.charAt(at));
    }

    /** Wider than the date forms of YAML 1.1: four digits and a hyphen, then a digit. */
    private static boolean looksLikeDate(String text) {
        return text.length() > 5 && skipDigits(text, 0) == 4 && text.charAt(4) == '-' && isDigit(text.charAt(5));
    }
}
