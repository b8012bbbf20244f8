package io.github.dagsterfleet.syntax.dotenv;

import java.util.EnumSet;
import java.util.Set;

/**
 * A value as it stands behind {@code NAME=}.
 *
 * @param readers who gets the value back from it unchanged
 */
record DotenvSpelling(String text, Set<DotenvDialect> readers) {
    private static final Set<DotenvDialect> EVERYBODY = EnumSet.allOf(DotenvDialect.class);
    private static final Set<DotenvDialect> NOT_DOCKER = EnumSet.of(DotenvDialect.PYTHON, DotenvDialect.SHELL);
    private static final Set<DotenvDialect> ONLY_PYTHON = EnumSet.of(DotenvDialect.PYTHON);

    /** @param value that python-dotenv can hold */
    static DotenvSpelling of(String value) {
        if (isBare(value)) {
            return new DotenvSpelling(value, EVERYBODY);
        }
        if (isRawInSingleQuotes(value)) {
            return new DotenvSpelling("'" + value + "'", NOT_DOCKER);
        }
        if (isPlainInDoubleQuotes(value)) {
            return new DotenvSpelling(doubleQuoted(value), NOT_DOCKER);
        }
        return new DotenvSpelling(singleQuoted(value), ONLY_PYTHON);
    }

    private static boolean isBare(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean safe = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "_./:@%+,=-".indexOf(c) >= 0;
            if (!safe) {
                return false;
            }
        }
        return true;
    }

    /** A shell knows no escapes there; python-dotenv knows {@code \\} and {@code \'}, and replaces <code>${…}</code>. */
    private static boolean isRawInSingleQuotes(String value) {
        return value.indexOf('\'') < 0 && !value.contains("\\\\") && !value.endsWith("\\") && !value.contains("${");
    }

    /** Both take {@code \\} and {@code \"} for the characters; the shell's further escapes mean nothing to the other. */
    private static boolean isPlainInDoubleQuotes(String value) {
        return value.indexOf('$') < 0 && value.indexOf('`') < 0 && !value.endsWith("\\");
    }

    private static String doubleQuoted(String value) {
        StringBuilder out = new StringBuilder(value.length() + 16).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c == '"') {
                out.append('\\');
            }
            out.append(c);
        }
        return out.append('"').toString();
    }

    /**
     * A dollar sign before an opening brace would be interpolated, so it is written as the default of a variable without
     * a name. Before 1.2 python-dotenv takes a backslash before the closing quote for an escape of it as soon as another
     * quote follows in the file, so an interpolation of nothing keeps the two apart.
     */
    private static String singleQuoted(String value) {
        StringBuilder out = new StringBuilder(value.length() + 16).append('\'');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c == '\'') {
                out.append('\\').append(c);
            } else if (c == '$' && value.startsWith("{", i + 1)) {
                out.append("${:-$}");
            } else {
                out.append(c);
            }
        }
        return out.append(value.endsWith("\\") ? "${:-}'" : "'").toString();
    }
}
