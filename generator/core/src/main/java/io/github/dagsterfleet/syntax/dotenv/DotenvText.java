package io.github.dagsterfleet.syntax.dotenv;

import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.SyntaxFindings;

/**
 * How a value is spelt. python-dotenv always gives it back; of the spellings that it does that with, the one that most
 * other readers of such files understand too is taken.
 */
final class DotenvText {
    private DotenvText() {}

    static String value(Scalar value) {
        return spelling(value).text();
    }

    static DotenvSpelling spelling(Scalar value) {
        if (!canHold(value)) {
            throw new IllegalArgumentException("dotenv has no spelling for this value");
        }
        return DotenvSpelling.of(value.canonical().text());
    }

    /** A process can have no NUL in a variable, and python-dotenv opens files with universal line ends. */
    static boolean canHold(Scalar value) {
        return switch (value.type()) {
            case STRING ->
                value.text().indexOf('\0') < 0
                        && value.text().indexOf('\r') < 0
                        && !SyntaxFindings.hasHalfCharacter(value.text());
            case INTEGER, FLOAT, BOOLEAN -> true;
            case NULL, DATETIME, AMBIGUOUS -> false;
        };
    }
}
