package io.github.dagsterfleet.source.git;

import org.jspecify.annotations.Nullable;

/**
 * The whole id of a commit.
 *
 * @param value 40 small hexadecimal digits, or 64 in a repository of SHA-256
 */
public record CommitId(String value) {
    private static final int SHOWN = 9;

    /** @throws IllegalArgumentException for a text that is no id; ask {@link #isValid} first for what a user wrote */
    public CommitId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("no commit id: " + value);
        }
    }

    /** Whether the text could be the whole id of a commit. */
    public static boolean isValid(String text) {
        if (text.length() != 40 && text.length() != 64) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    /** As much of it as people are shown. */
    public String shown() {
        return value.substring(0, SHOWN);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CommitId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
