package io.github.dagsterfleet.secret;

/**
 * A stretch of a text that looks like a secret.
 *
 * @param key the name that it stands under; empty where none is in sight
 * @param start a {@code char} offset
 * @param end the offset behind the last character
 */
public record Sighting(SecretKind kind, String key, int start, int end) {
    /** The same under a key that is known better. */
    Sighting under(String better) {
        return better.isEmpty() ? this : new Sighting(kind, better, start, end);
    }

    /** The secret itself, for who compares and masks; never to be printed, stored or hashed. */
    public String in(String text) {
        return text.substring(start, end);
    }
}
