package io.github.dagsterfleet.dagster.requirement;

import java.util.Optional;

/** Reads one requirement. As with Python's own {@code packaging}, a comma may end the list of versions. */
final class RequirementParser {
    private static final String AFTER_VERSION = " \t,;)";

    private final String text;
    private final Cursor cursor;

    RequirementParser(String text) {
        this.text = text;
        this.cursor = new Cursor(text);
    }

    Optional<Requirement> parse() {
        cursor.blanks();
        int start = cursor.at();
        if (!cursor.name()) {
            return Optional.empty();
        }
        String name = cursor.from(start);
        int end = cursor.at();
        cursor.blanks();
        if (cursor.peek() == '[') {
            if (!extras()) {
                return Optional.empty();
            }
            end = cursor.at();
            cursor.blanks();
        }
        String head = text.substring(start, end);
        boolean hasUrl = cursor.take("@");
        Optional<String> version = hasUrl ? url() : versions();
        if (version.isEmpty()) {
            return Optional.empty();
        }
        int tail = behindLastWord();
        if ((cursor.take(";") && !new MarkerParser(cursor).parse()) || !cursor.atEnd()) {
            return Optional.empty();
        }
        return Optional.of(new Requirement(
                Requirement.normalised(name),
                head,
                version.get(),
                hasUrl,
                text.substring(tail).stripTrailing()));
    }

    /** A marker keeps the blanks before it. */
    private int behindLastWord() {
        int at = cursor.at();
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        return at;
    }

    private boolean extras() {
        cursor.skip();
        cursor.blanks();
        if (cursor.take("]")) {
            return true;
        }
        while (cursor.name()) {
            cursor.blanks();
            if (cursor.take("]")) {
                return true;
            }
            if (!cursor.take(",")) {
                return false;
            }
            cursor.blanks();
        }
        return false;
    }

    /** The URL ends at a blank, so a marker must have one before it. */
    private Optional<String> url() {
        cursor.blanks();
        int start = cursor.at();
        cursor.until(" \t");
        boolean found = cursor.at() > start;
        cursor.blanks();
        return found ? Optional.of("") : Optional.empty();
    }

    private Optional<String> versions() {
        boolean inParentheses = cursor.take("(");
        cursor.blanks();
        int start = cursor.at();
        int end = start;
        while (VersionSpecifier.mayBegin(cursor.peek())) {
            if (!version()) {
                return Optional.empty();
            }
            end = cursor.at();
            cursor.blanks();
            if (!cursor.take(",")) {
                break;
            }
            cursor.blanks();
        }
        if (inParentheses && !cursor.take(")")) {
            return Optional.empty();
        }
        cursor.blanks();
        return Optional.of(text.substring(start, end));
    }

    private boolean version() {
        Optional<String> operator = VersionSpecifier.operator(cursor);
        cursor.blanks();
        int start = cursor.at();
        cursor.until(AFTER_VERSION);
        return operator.isPresent() && VersionSpecifier.isValid(operator.get(), cursor.from(start));
    }
}
