package io.github.dagsterfleet.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Secrets in base64: whole tokens, blocks of keys, documents that hold one. */
final class Wrapped {
    private static final int SHORTEST = 24;

    private Wrapped() {}

    /** Where the stretch of base64 ends that goes on from this offset. */
    static int end(String text, int at) {
        int end = at;
        while (end < text.length() && isOf(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /**
     * What the stretch of base64 round an offset holds.
     *
     * @param stop where it ends
     */
    static Optional<Sighting> around(String text, int at, int stop) {
        int start = at;
        while (start > 0 && isOf(text.charAt(start - 1)) && text.charAt(start - 1) != '=') {
            start--;
        }
        int end = stop;
        while (end > start && text.charAt(end - 1) == '=') {
            end--;
        }
        if (end - start < SHORTEST) {
            return Optional.empty();
        }
        String inner = decoded(text, start, end);
        if (inner.isEmpty()) {
            return Optional.empty();
        }
        List<Sighting> seen = new Scanner(inner, Reading.UNWRAPPED).scan();
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sighting(seen.get(0).kind(), "", start, stop));
    }

    private static boolean isOf(char c) {
        return Alphabet.BASE64.has(c) || c == '-' || c == '_';
    }

    /** Empty unless it is text: a digest or a number is none. */
    private static String decoded(String text, int start, int end) {
        int length = (end - start) % 4 == 1 ? end - start - 1 : end - start;
        String base64 = text.substring(start, start + length).replace('-', '+').replace('_', '/');
        // A name and its value, which the decoder would refuse with an exception: dear, and most of what gets here.
        if (base64.indexOf('=') >= 0) {
            return "";
        }
        // The first few tell of nearly everything that it is no text.
        if (!isText(Base64.getDecoder().decode(base64.substring(0, SHORTEST)))) {
            return "";
        }
        byte[] bytes = Base64.getDecoder().decode(base64);
        return isText(bytes) ? new String(bytes, StandardCharsets.ISO_8859_1) : "";
    }

    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
