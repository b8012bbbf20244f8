package io.github.dagsterfleet.secret;

/** The characters that the random part of a token is made of. All are ASCII. */
enum Alphabet {
    DIGITS("0123456789"),
    HEX("0123456789abcdef"),
    UPPER("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
    LETTERS("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"),
    /** Letters, digits and the underscore. */
    WORD(LETTERS.characters + "_"),
    /** Base64 of RFC 4648, section 5. */
    BASE64_URL(LETTERS.characters + "_-"),
    /** Base64 of RFC 4648, section 4, padding included. */
    BASE64(LETTERS.characters + "+/="),
    /** What follows the address of a webhook. */
    PATH(LETTERS.characters + "_-/"),
    /** Several parts of base64, joined by dots or colons. */
    PARTS(LETTERS.characters + "_-.:=");

    private final String characters;
    /** A bit for each character below 64, and for each of the others. */
    private final long low;

    private final long high;

    Alphabet(String characters) {
        this.characters = characters;
        long below = 0;
        long above = 0;
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            below |= c < 64 ? 1L << c : 0;
            above |= c < 64 ? 0 : 1L << (c - 64);
        }
        this.low = below;
        this.high = above;
    }

    boolean has(char c) {
        return c < 128 && ((c < 64 ? low : high) >>> (c & 63) & 1) != 0;
    }

    /** The offset behind the stretch of these characters that begins here. */
    int end(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && has(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
