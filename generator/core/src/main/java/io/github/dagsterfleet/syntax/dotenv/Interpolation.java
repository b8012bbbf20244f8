package io.github.dagsterfleet.syntax.dotenv;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;

/** {@code ${NAME}} and {@code ${NAME:-default}} as python-dotenv replaces them, from what the file said before. */
final class Interpolation {
    private Interpolation() {}

    static String apply(String value, Mapping.Builder before) {
        int dollar = value.indexOf("${");
        if (dollar < 0) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length());
        int done = 0;
        while (dollar >= 0) {
            int nameEnd = nameEnd(value, dollar + 2);
            boolean hasDefault = value.startsWith(":-", nameEnd);
            int end = hasDefault ? value.indexOf('}', nameEnd + 2) : nameEnd;
            if (end < 0 || !value.startsWith("}", end)) {
                dollar = value.indexOf("${", dollar + 1);
                continue;
            }
            String otherwise = hasDefault ? value.substring(nameEnd + 2, end) : "";
            out.append(value, done, dollar).append(value(before, value.substring(dollar + 2, nameEnd), otherwise));
            done = end + 1;
            dollar = value.indexOf("${", done);
        }
        return out.append(value, done, value.length()).toString();
    }

    private static int nameEnd(String value, int start) {
        int at = start;
        while (at < value.length() && value.charAt(at) != '}' && value.charAt(at) != ':') {
            at++;
        }
        return at;
    }

    private static String value(Mapping.Builder before, String name, String otherwise) {
        return before.get(name)
                .filter(Scalar.class::isInstance)
                .map(node -> ((Scalar) node).text())
                .orElse(otherwise);
    }
}
