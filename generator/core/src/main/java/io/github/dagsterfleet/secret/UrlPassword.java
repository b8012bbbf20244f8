package io.github.dagsterfleet.secret;

import java.util.Optional;

/** The password in a URL of a database, a queue or a repository: {@code scheme://user:password@host}. */
final class UrlPassword {
    private static final int SHORTEST = 4;
    /** A user without a password that is as long as this is a token. */
    private static final int TOKEN = 20;

    private static final WordSet PLACEHOLDERS = WordSet.of(
            "password",
            "passwd",
            "pass",
            "pwd",
            "secret",
            "token",
            "pw",
            "user",
            "username",
            "postgres",
            "root",
            "admin",
            "test",
            "guest",
            "changeme",
            "mysecret",
            "docker",
            "minio",
            "dagster",
            "example",
            "hunter",
            "airflow");

    private UrlPassword() {}

    /** @param colon the one before the two slashes */
    static Optional<Sighting> behind(String text, int colon) {
        int start = colon + 3;
        int end = start;
        int at = -1;
        int separator = -1;
        while (end < text.length() && isOfAuthority(text.charAt(end))) {
            char c = text.charAt(end);
            if (c == '@') {
                at = end;
            } else if (c == ':' && separator < 0) {
                separator = end;
            }
            end++;
        }
        if (at < 0) {
            return Optional.empty();
        }
        if (separator < 0 || separator > at) {
            return at - start >= TOKEN && LooksSecret.under(Telling.TOKEN, text, start, at)
                    ? Optional.of(new Sighting(kind(text, at, end), "", start, at))
                    : Optional.empty();
        }
        boolean meant = at - separator - 1 >= SHORTEST
                && !isStandIn(text, separator + 1, at)
                && !same(text, start, separator, separator + 1, at);
        return meant ? Optional.of(new Sighting(kind(text, at, end), "", separator + 1, at)) : Optional.empty();
    }

    private static boolean isOfAuthority(char c) {
        return c > ' ' && c != '/' && c != '?' && c != '"' && c != '\'' && c != '`' && c != '\\';
    }

    /** A reference, a word that everybody writes there, or a mask. */
    static boolean isStandIn(String text, int start, int end) {
        char first = text.charAt(start);
        return "$<{[(%*".indexOf(first) >= 0
                || PLACEHOLDERS.has(text, start, end)
                || text.substring(start, end).contains("${")
                || Randomness.isExample(text, start, end);
    }

    private static boolean same(String text, int start, int end, int otherStart, int otherEnd) {
        return end - start == otherEnd - otherStart && text.regionMatches(start, text, otherStart, end - start);
    }

    private static SecretKind kind(String text, int at, int end) {
        return text.substring(at, end).contains("sentry") ? SecretKind.SENTRY : SecretKind.URL_PASSWORD;
    }
}
