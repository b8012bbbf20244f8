package io.github.dagsterfleet.plus;

/**
 * A token or the value of a variable, which nobody may see. Only this package takes it out again, to send it; it prints
 * as three stars and has no equality, so that it can neither be shown nor looked up.
 */
public final class SecretValue {
    private final String value;

    private SecretValue(String value) {
        this.value = value;
    }

    public static SecretValue of(String value) {
        return new SecretValue(value);
    }

    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
