package io.github.dagsterfleet.rule.code;

/**
 * A token of Python code, as far as we tell them apart.
 *
 * @param start where it begins, quotes and prefix included
 * @param end where it ends, exclusive
 * @param text of a name the name, of a literal string its value, of a sign the one character; else empty
 */
record PythonToken(Kind kind, int start, int end, String text) {
    enum Kind {
        NAME,
        /** A string whose value stands in the file. */
        STRING,
        /** A string that is put together at run time, or holds an escape. */
        MADE_STRING,
        NUMBER,
        /** One character of an operator, or a bracket. */
        SIGN,
        /** The end of a logical line. */
        LINE_END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}
