package io.github.dagsterfleet.secret;

/** Three parts of base64 joined by dots, the first two of which are JSON: RFC 7519. */
final class JsonWebToken {
    /** An opening brace and a quote, in base64. */
    static final String BEGIN = "eyJ";

    private static final int SHORTEST_PART = 16;

    private JsonWebToken() {}

    /** The offset behind the token that begins here, or {@code from} when none does. */
    static int end(String text, int from) {
        if (!text.startsWith(BEGIN, from)) {
            return from;
        }
        int header = Alphabet.BASE64_URL.end(text, from);
        if (header - from < SHORTEST_PART || !text.startsWith("." + BEGIN, header)) {
            return from;
        }
        int payload = Alphabet.BASE64_URL.end(text, header + 1);
        if (payload == text.length() || text.charAt(payload) != '.') {
            return from;
        }
        int signature = Alphabet.BASE64_URL.end(text, payload + 1);
        return signature - payload > SHORTEST_PART ? signature : from;
    }
}
