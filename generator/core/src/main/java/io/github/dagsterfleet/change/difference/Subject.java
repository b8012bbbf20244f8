package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.secret.Redaction;

/**
 * What differs.
 *
 * @param words by its whole name, such as {@code locations.web.working_directory}
 * @param pattern what it has in common with its like elsewhere: {@code locations.*.working_directory}
 */
record Subject(String words, String pattern) {
    /** One that is called the same everywhere. */
    static Subject of(String name) {
        return new Subject(name, name);
    }

    Subject in(String file, String filePattern) {
        return new Subject(joined(file, words), joined(filePattern, pattern));
    }

    private static String joined(String file, String path) {
        return path.isEmpty() ? file : file + " " + path;
    }

    Subject redacted(Redaction redaction) {
        return new Subject(redaction.of(words), redaction.of(pattern));
    }
}
