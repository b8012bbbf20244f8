package io.github.dagsterfleet.syntax;

import io.github.dagsterfleet.text.Origin;

/**
 * One value. As read, the text is what stands in the file (quotes and escapes undone); once typed by a schema, numbers
 * and booleans are in the form that every reader reads alike: {@code 31}, never {@code 0x1F}; {@code true}, never
 * {@code True}.
 */
public record Scalar(String text, ScalarType type, Origin origin) implements Node {
    /** A text with the given origin. */
    public static Scalar string(String text, Origin origin) {
        return new Scalar(text, ScalarType.STRING, origin);
    }

    public boolean isString() {
        return type == ScalarType.STRING;
    }

    public boolean isNull() {
        return type == ScalarType.NULL;
    }

    /** Whether it is the boolean true, in any of the spellings of YAML 1.1. */
    public boolean isTrue() {
        return type == ScalarType.BOOLEAN
                && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("on"));
    }

    /**
     * The same value in the spelling that every format reads alike: whole numbers in decimal, {@code 1.0e+3} for
     * {@code 1e3}, {@code true} for {@code True}. What is no number, boolean or null stays as it is.
     */
    public Scalar canonical() {
        String same = Canonical.of(type, text);
        return same.equals(text) ? this : new Scalar(same, type, origin);
    }

    @Override
    public Scalar withOrigin(Origin other) {
        return new Scalar(text, type, other);
    }

    @Override
    public String kind() {
        return type.words();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scalar that && type == that.type && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return isString() ? '"' + text + '"' : text;
    }
}
