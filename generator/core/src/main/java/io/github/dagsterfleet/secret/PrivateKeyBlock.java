package io.github.dagsterfleet.secret;

import java.util.Optional;

/** A private key in the armour of RFC 7468 or of PGP, its lines as they are or joined by {@code \n}. */
final class PrivateKeyBlock {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    /** What the key is called in the JSON of a service account. */
    private static final String OF_GOOGLE = "private_key";

    private static final int LONGEST_NAME = 40;
    /** So many characters of base64 in a row: less is a placeholder. */
    private static final int LEAST = 16;

    private PrivateKeyBlock() {}

    /** The block that begins here, up to its end or as far as the text goes. */
    static Optional<Sighting> at(String text, int start) {
        if (!text.startsWith(BEGIN, start)) {
            return Optional.empty();
        }
        int nameEnd = text.indexOf(DASHES, start + BEGIN.length());
        if (nameEnd < 0 || nameEnd - start > LONGEST_NAME + BEGIN.length()) {
            return Optional.empty();
        }
        String name = text.substring(start + BEGIN.length(), nameEnd);
        int body = nameEnd + DASHES.length();
        if (!name.contains("PRIVATE KEY") || !holdsKey(text, body)) {
            return Optional.empty();
        }
        int foot = text.indexOf(END, body);
        int footEnd = foot < 0 ? -1 : text.indexOf(DASHES, foot + END.length());
        int end = footEnd < 0 ? bodyEnd(text, body) : footEnd + DASHES.length();
        String key = KeyInSight.before(text, start);
        return Optional.of(
                new Sighting(key.equals(OF_GOOGLE) ? SecretKind.GOOGLE_SERVICE_ACCOUNT : kind(name), key, start, end));
    }

    private static boolean holdsKey(String text, int from) {
        int run = 0;
        int most = Math.min(text.length(), from + 400);
        for (int i = from; i < most; i++) {
            run = Alphabet.BASE64.has(text.charAt(i)) ? run + 1 : 0;
            if (run >= LEAST) {
                return Randomness.isRandom(text, i + 1 - run, i + 1);
            }
        }
        return false;
    }

    /** Of a block that has lost its foot: every line that is nothing but base64. */
    private static int bodyEnd(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!Alphabet.BASE64.has(c) && c > ' ' && c != '\\' && c != '#') {
                break;
            }
            at++;
        }
        return at;
    }

    private static SecretKind kind(String name) {
        if (name.startsWith("RSA")) {
            return SecretKind.RSA_PRIVATE_KEY;
        }
        if (name.startsWith("EC")) {
            return name.startsWith("ENC") ? SecretKind.PRIVATE_KEY : SecretKind.EC_PRIVATE_KEY;
        }
        if (name.startsWith("OPENSSH")) {
            return SecretKind.SSH_PRIVATE_KEY;
        }
        return name.startsWith("PGP") ? SecretKind.PGP_PRIVATE_KEY : SecretKind.PRIVATE_KEY;
    }
}
