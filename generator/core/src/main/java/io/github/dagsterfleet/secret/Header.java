package io.github.dagsterfleet.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The value of a header such as {@code Authorization}: a scheme, and what it takes. */
final class Header {
    private static final String BASIC = "Basic ";
    private static final String[] SCHEMES = {"Bearer ", "Token ", "token "};

    private Header() {}

    /** @param start where the value begins; empty when no scheme stands there */
    static Optional<Sighting> at(String text, int start) {
        if (text.startsWith(BASIC, start)) {
            int from = start + BASIC.length();
            int end = Alphabet.BASE64.end(text, from);
            return isUserAndPassword(text.substring(from, end))
                    ? Optional.of(new Sighting(SecretKind.BASIC_AUTH, "", from, end))
                    : Optional.empty();
        }
        for (String scheme : SCHEMES) {
            if (text.startsWith(scheme, start)) {
                int from = start + scheme.length();
                int end = Alphabet.PARTS.end(text, from);
                return end > from && LooksSecret.under(Telling.TOKEN, text, from, end)
                        ? Optional.of(new Sighting(SecretKind.TOKEN, "", from, end))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isUserAndPassword(String base64) {
        try {
            String both = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            return colon >= 0 && colon < both.length() - 1 && !Randomness.isExample(both, colon, both.length());
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
