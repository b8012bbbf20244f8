package io.github.dagsterfleet.syntax.dotenv;

import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.SyntaxFindings;

/**
 * How a value is spelt so that python-dotenv gives it back: bare, else in single quotes, where only {@code \\} and
 * {@code \'} are escapes. A dollar sign before an opening brace would be interpolated even there, so it is written as the
 * default of a variable without a name.
 */
final class DotenvText {
    private DotenvText() {}

    static String value(Scalar value) {
        if (!canHold(value)) {
            throw new IllegalArgumentException("dotenv has no spelling for this value");
        }
        String text = value.canonical().text();
        return isBare(text) ? text : quoted(text);
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

    static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isBare(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean safe = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "_./:@%+,=-".indexOf(c) >= 0;
            if (!safe) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /**
     * Before 1.2 python-dotenv takes a backslash before the closing quote for an escape of it as soon as another quote
     * follows in the file, so an interpolation of nothing keeps the two apart.
     */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16).append('\'');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '\'') {
                out.append('\\').append(c);
            } else if (c == '$' && text.startsWith("{", i + 1)) {
                out.append("${:-$}");
            } else {
                out.append(c);
            }
        }
        return out.append(text.endsWith("\\") ? "${:-}'" : "'").toString();
    }
}
