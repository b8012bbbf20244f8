package io.github.dagsterfleet.secret;

/**
 * Whether a value is a secret for nothing but its key and its randomness. References, names, paths, addresses and examples
 * are not, whatever they stand under.
 */
final class LooksSecret {
    private static final int SHORTEST_PASSWORD = 8;
    private static final int SHORTEST_TOKEN = 12;
    private static final int LONGEST = 8192;
    private static final int SHORTEST_WORD = 6;
    private static final int LONGEST_WORD = 64;

    /** What settings about passwords are set to. */
    private static final WordSet SETTINGS = WordSet.of(
            "enabled",
            "disabled",
            "required",
            "optional",
            "default",
            "always",
            "ignore",
            "prompt",
            "strict",
            "plaintext");

    /** What is no longer tells nothing between two separators. */
    private static final int SHORT_PART = 4;

    /** Eight characters that are all different have 24 bits; twelve of a random hex number about 34. */
    private static final double PASSWORD_BITS = 19;

    private static final double TOKEN_BITS = 32;

    private LooksSecret() {}

    static boolean under(Telling telling, CharSequence text, int start, int end) {
        boolean password = telling == Telling.PASSWORD;
        int length = end - start;
        if (telling == Telling.NOTHING
                || length < (password ? SHORTEST_PASSWORD : SHORTEST_TOKEN)
                || length > LONGEST
                || isReference(text, start, end)) {
            return false;
        }
        int classes = classes(text, start, end);
        return classes >= 2
                && !isName(text, start, end, password)
                && Randomness.bits(text, start, end) >= (password ? PASSWORD_BITS : TOKEN_BITS)
                && !Randomness.isExample(text, start, end);
    }

    /**
     * Whether the whole value of a password's key may be one, however little there is to guess. In a text at large nobody
     * could tell such a word from any other.
     */
    static boolean mayBeAPassword(String value) {
        int length = value.length();
        return length >= SHORTEST_WORD
                && length <= LONGEST_WORD
                && !SETTINGS.has(value, 0, length)
                && !UrlPassword.isStandIn(value, 0, length)
                && !isReference(value, 0, length)
                && !isNameOfVariable(value);
    }

    private static boolean isNameOfVariable(String value) {
        return value.indexOf('_') > 0
                && value.chars().allMatch(c -> c == '_' || isUpper((char) c) || isDigit((char) c));
    }

    /** A reference, a path, an address, a digest, or several words: something that stands for another thing. */
    private static boolean isReference(CharSequence text, int start, int end) {
        char first = text.charAt(start);
        char second = text.charAt(start + 1);
        String value = text.subSequence(start, end).toString();
        if ("<{[(".indexOf(first) >= 0
                || (first == '/' && value.indexOf('/', 1) > 0)
                || (first == '$' && (second == '{' || second == '(' || second == '$' || Alphabet.WORD.has(second)))
                || ((first == '.' || first == '~') && (second == '/' || second == '.'))) {
            return true;
        }
        return hasBlank(value)
                || value.contains("${")
                || value.contains("{{")
                || value.contains("://")
                || value.contains("***")
                || value.startsWith("arn:")
                || value.startsWith("sha256:")
                || value.startsWith("sha512:")
                || isNameAndKey(value);
    }

    private static boolean hasBlank(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ') {
                return true;
            }
        }
        return false;
    }

    /** {@code warehouse-k8s#password}: where a secret is, not what it is. Names of secrets have no capitals. */
    private static boolean isNameAndKey(String value) {
        int hash = value.indexOf('#');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean of = Alphabet.WORD.has(c) || c == '-' || c == '.';
            if (i != hash && (!of || (i < hash && isUpper(c)))) {
                return false;
            }
        }
        return hash > 1 && hash + 1 < value.length();
    }

    /** How many of small letters, capitals, digits and other characters there are. */
    private static int classes(CharSequence text, int start, int end) {
        int seen = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (isLower(c)) {
                seen |= 1;
            } else if (isUpper(c)) {
                seen |= 2;
            } else if (isDigit(c)) {
                seen |= 4;
            } else {
                seen |= 8;
            }
        }
        return Integer.bitCount(seen);
    }

    /**
     * Whether every part between separators is a word or a small number, as in {@code my_package.auth:TokenV2}.
     *
     * @param strict whether one part alone, of letters and digits, is taken for no name
     */
    private static boolean isName(CharSequence text, int start, int end, boolean strict) {
        int parts = 0;
        boolean digits = false;
        for (int at = start; at <= end; ) {
            int stop = at;
            while (stop < end && "_-./:,@+=".indexOf(text.charAt(stop)) < 0) {
                stop++;
            }
            if (!isWord(text, at, stop)) {
                return false;
            }
            parts += stop > at ? 1 : 0;
            digits |= stop > at && isDigit(text.charAt(stop - 1));
            at = stop + 1;
        }
        return !(strict && parts == 1 && digits);
    }

    /** Letters in a natural mix of cases, then at most four digits; or nothing; or as short as {@code k8s} and numbers. */
    private static boolean isWord(CharSequence text, int start, int end) {
        if (end - start <= SHORT_PART) {
            return true;
        }
        int at = start;
        while (at < end && !isDigit(text.charAt(at))) {
            int capitals = at;
            while (at < end && isUpper(text.charAt(at))) {
                at++;
            }
            int small = at;
            while (at < end && isLower(text.charAt(at))) {
                at++;
            }
            boolean natural = at - small >= 2 || (at == small && small - capitals >= 2);
            if (at == capitals || !natural) {
                return false;
            }
        }
        int letters = at - start;
        while (at < end && isDigit(text.charAt(at))) {
            at++;
        }
        return at == end && at - start - letters <= 4 && letters <= 24;
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
