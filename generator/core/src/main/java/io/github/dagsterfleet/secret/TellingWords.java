package io.github.dagsterfleet.secret;

/**
 * Names that say of what stands under them that it is secret: {@code DB_PASSWORD}, {@code apiToken}, {@code dsn}. What
 * speaks of a secret without being one is not among them: {@code secretName}, {@code TOKEN_URL}.
 */
final class TellingWords {
    private static final WordSet PASSWORDS = WordSet.of("password", "passwords", "passwd", "pwd", "passphrase", "pass");

    private static final WordSet TOKENS = WordSet.of(
            "secret",
            "secrets",
            "token",
            "tokens",
            "credential",
            "credentials",
            "creds",
            "dsn",
            "auth",
            "authorization",
            "bearer",
            "jwt",
            "pat",
            "sas",
            "sig",
            "signature",
            "cookie",
            "apikey",
            "apitoken",
            "authtoken",
            "accesskey",
            "accesstoken",
            "privatekey",
            "secretkey",
            "accountkey");

    /** {@code key} alone can be anything; behind one of these it is a secret. */
    private static final WordSet BEFORE_KEY = WordSet.of(
            "api",
            "access",
            "secret",
            "private",
            "account",
            "shared",
            "signing",
            "encryption",
            "master",
            "auth",
            "service",
            "storage",
            "session",
            "subscription",
            "admin",
            "app",
            "application",
            "write",
            "fernet",
            "license",
            "deploy",
            "ssh",
            "hmac",
            "integration",
            "routing",
            "events",
            "rsa",
            "pgp",
            "gpg");

    /** At the end of a name, what is no secret itself. */
    private static final WordSet NEUTRAL = WordSet.of(
            "id",
            "ids",
            "name",
            "names",
            "ref",
            "refs",
            "arn",
            "path",
            "paths",
            "file",
            "files",
            "dir",
            "url",
            "uri",
            "urls",
            "host",
            "endpoint",
            "type",
            "ttl",
            "expiry",
            "expires",
            "expiration",
            "seconds",
            "minutes",
            "hours",
            "days",
            "length",
            "size",
            "enabled",
            "required",
            "disabled",
            "namespace",
            "mount",
            "version",
            "alias",
            "store",
            "provider",
            "manager",
            "backend",
            "class",
            "module",
            "method",
            "mode",
            "scheme",
            "scope",
            "scopes",
            "audience",
            "issuer",
            "region",
            "kind",
            "format",
            "env",
            "envvar",
            "var",
            "variable",
            "count",
            "limit",
            "policy",
            "rotation",
            "location",
            "user",
            "username",
            "header",
            "field",
            "prefix",
            "suffix",
            "description",
            "timeout",
            "algorithm",
            "strategy",
            "hash",
            "digest",
            "checksum",
            "plugin",
            "command",
            "script",
            "selector",
            "label");

    private static final long KEY = WordSet.packed("key", 0, 3);
    private static final long CONNECTION = WordSet.packed("connection", 0, 10);
    private static final long STRING = WordSet.packed("string", 0, 6);

    /** One letter more than the shortest of the endings has. */
    private static final int SHORTEST_ENDING = 6;

    private static final String[] ENDINGS = {"password", "passwd", "secret", "token", "apikey"};

    /** The letters of what every telling name has a piece of; {@code pat} for the token of that name. */
    private static final int[] ROOTS = letters(
            "pas", "pat", "pwd", "secrt", "token", "cred", "dsn", "auth", "ber", "jwt", "sig", "coki", "key", "coneti");

    private TellingWords() {}

    private static int[] letters(String... roots) {
        int[] letters = new int[roots.length];
        for (int i = 0; i < roots.length; i++) {
            for (int at = 0; at < roots[i].length(); at++) {
                letters[i] |= 1 << roots[i].charAt(at);
            }
        }
        return letters;
    }

    /**
     * Whether a name of these letters may tell something: a first look that spares most names the second.
     *
     * @param letters the bit {@code 1 << c} of each character, which is the same for both cases
     */
    static boolean mayBeOf(int letters) {
        for (int root : ROOTS) {
            if ((letters & root) == root) {
                return true;
            }
        }
        return false;
    }

    /** What the name in this stretch tells; words in it are told apart by case, digits and whatever is no letter. */
    static Telling of(CharSequence text, int start, int end) {
        Telling telling = Telling.NOTHING;
        boolean neutral = false;
        long before = WordSet.NONE;
        for (int at = start; at < end; ) {
            if (!isLetter(text.charAt(at))) {
                at++;
                continue;
            }
            int stop = wordEnd(text, at, end);
            long word = WordSet.packed(text, at, stop);
            Telling here = word(word, before, text, at, stop);
            telling = here.compareTo(telling) > 0 ? here : telling;
            neutral = here == Telling.NOTHING && telling != Telling.NOTHING && NEUTRAL.has(word);
            before = word;
            at = stop;
        }
        return neutral ? Telling.NOTHING : telling;
    }

    private static Telling word(long word, long before, CharSequence text, int start, int end) {
        if (PASSWORDS.has(word)) {
            return Telling.PASSWORD;
        }
        boolean telling =
                TOKENS.has(word) || (word == KEY && BEFORE_KEY.has(before)) || (word == STRING && before == CONNECTION);
        return telling ? Telling.TOKEN : ending(text, start, end);
    }

    /** Of a word that has grown together with another: {@code PGPASSWORD}, {@code mytoken}. */
    private static Telling ending(CharSequence text, int start, int end) {
        if (end - start >= SHORTEST_ENDING) {
            for (String ending : ENDINGS) {
                if (end - start > ending.length() && is(ending, text, end - ending.length(), end)) {
                    return ending.startsWith("pass") ? Telling.PASSWORD : Telling.TOKEN;
                }
            }
        }
        return Telling.NOTHING;
    }

    /** {@code dbPassword} is two words, {@code APIKey} two as well, {@code PASSWORD} one. */
    private static int wordEnd(CharSequence text, int start, int end) {
        int at = start + 1;
        while (at < end && isLetter(text.charAt(at))) {
            boolean begins = isUpper(text.charAt(at))
                    && (!isUpper(text.charAt(at - 1))
                            || (at + 1 < end && isLetter(text.charAt(at + 1)) && !isUpper(text.charAt(at + 1))));
            if (begins) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static boolean is(String word, CharSequence text, int start, int end) {
        if (end - start != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((text.charAt(start + i) | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || isUpper(c);
    }
}
