package io.github.dagsterfleet.syntax;

/** What a scalar is. */
public enum ScalarType {
    STRING("a text"),
    INTEGER("a whole number"),
    FLOAT("a number"),
    BOOLEAN("true or false"),
    NULL("null"),
    /** A date or time of TOML. What is a date to YAML 1.1 alone is ambiguous. */
    DATETIME("a date"),
    /**
     * A plain YAML scalar that YAML 1.1 and 1.2 read differently, such as {@code on}. Only readers make it: where a text
     * is due it is the characters as written, everywhere else it is an error, so no typed or merged tree holds one.
     */
    AMBIGUOUS("a value that YAML versions read differently");

    private final String words;

    ScalarType(String words) {
        this.words = words;
    }

    /** In the user's words, with its article. */
    public String words() {
        return words;
    }
}
