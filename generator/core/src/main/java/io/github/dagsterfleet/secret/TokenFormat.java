package io.github.dagsterfleet.secret;

/**
 * How the tokens of one issuer look: a prefix that nothing else has, and a random part.
 *
 * @param least the fewest characters of the random part
 * @param most the most; a longer stretch of the alphabet is something else
 */
record TokenFormat(SecretKind kind, String prefix, Alphabet alphabet, int least, int most) {
    /** The offset behind the token that begins here, or {@code from} when none does. */
    int end(String text, int from) {
        if (!text.startsWith(prefix, from)) {
            return from;
        }
        int start = from + prefix.length();
        int end = alphabet.end(text, start);
        int length = end - start;
        return length >= least && length <= most && Randomness.isRandom(text, start, end) ? end : from;
    }
}
