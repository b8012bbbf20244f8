package io.github.dagsterfleet.secret;

import java.util.Optional;

/** What Azure gives to applications: three characters, {@code 8Q~} or the like, and a random rest. */
final class AzureClientSecret {
    private static final int BEFORE = 5;
    private static final int LEAST = 31;
    private static final int MOST = 34;

    private AzureClientSecret() {}

    /** @param tilde where the third of the fixed characters stands */
    static Optional<Sighting> around(String text, int tilde) {
        int start = tilde - BEFORE;
        if (start < 0 || text.charAt(tilde - 1) != 'Q' || !Alphabet.DIGITS.has(text.charAt(tilde - 2))) {
            return Optional.empty();
        }
        int end = tilde + 1;
        while (end < text.length() && isOf(text.charAt(end))) {
            end++;
        }
        int rest = end - tilde - 1;
        return rest >= LEAST && rest <= MOST && Randomness.isRandom(text, tilde + 1, end)
                ? Optional.of(new Sighting(SecretKind.AZURE_CLIENT_SECRET, "", start, end))
                : Optional.empty();
    }

    private static boolean isOf(char c) {
        return Alphabet.BASE64_URL.has(c) || c == '.' || c == '~';
    }
}
