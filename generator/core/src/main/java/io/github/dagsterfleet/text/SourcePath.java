package io.github.dagsterfleet.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file or folder relative to the workspace: segments joined by {@code /}, never absolute, never with
 * {@code .} or {@code ..}. The empty path is the workspace itself.
 *
 * @param value the segments joined by {@code /}, on every operating system
 */
public record SourcePath(String value) implements Comparable<SourcePath> {
    /** The workspace itself. */
    public static final SourcePath ROOT = new SourcePath("");

    /**
     * @throws IllegalArgumentException when the text is not a relative, normalised path; ask {@link #isValid} first for
     *     text that a user wrote
     */
    public SourcePath {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a workspace path: " + value);
        }
    }

    /** Whether the text names something inside the workspace, without looking at any disk. */
    public static boolean isValid(String value) {
        if (value.isEmpty()) {
            return true;
        }
        int start = 0;
        while (start <= value.length()) {
            int slash = value.indexOf('/', start);
            int end = slash < 0 ? value.length() : slash;
            if (!isSegment(value, start, end)) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    private static boolean isSegment(String value, int start, int end) {
        if (start == end || isDots(value, start, end)) {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = value.charAt(i);
            if (c == '\\' || c < ' ' || c == 0x7f || (c == ':' && i == 1 && start == 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDots(String value, int start, int end) {
        return end - start <= 2 && value.charAt(start) == '.' && value.charAt(end - 1) == '.';
    }

    /** This path with {@code relative} appended. */
    public SourcePath resolve(String relative) {
        if (relative.isEmpty()) {
            return this;
        }
        return new SourcePath(value.isEmpty() ? relative : value + "/" + relative);
    }

    /** The folder that holds this path; the workspace for a name at its top. */
    public SourcePath parent() {
        int slash = value.lastIndexOf('/');
        return slash < 0 ? ROOT : new SourcePath(value.substring(0, slash));
    }

    /** The last segment. */
    public String fileName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The last segment without its last extension: {@code dev} for {@code environments/dev.yaml}. */
    public String stem() {
        String name = fileName();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /** Whether this path lies below {@code folder}, or is it. */
    public boolean isBelow(SourcePath folder) {
        return folder.value.isEmpty()
                || value.equals(folder.value)
                || (value.startsWith(folder.value) && value.charAt(folder.value.length()) == '/');
    }

    /**
     * The text after {@code folder}, without the slash.
     *
     * @throws IllegalArgumentException when this path is not below {@code folder}
     */
    public String relativeTo(SourcePath folder) {
        if (!isBelow(folder)) {
            throw new IllegalArgumentException(value + " is not below " + folder.value);
        }
        if (folder.value.isEmpty()) {
            return value;
        }
        return value.length() == folder.value.length() ? "" : value.substring(folder.value.length() + 1);
    }

    /** The form in which two paths are one file on a disk that ignores case. */
    public String caseFolded() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** Order by UTF-16 code units, so that a folder's content stays together. */
    @Override
    public int compareTo(SourcePath other) {
        return value.compareTo(other.value);
    }

    // By hand, here and in other keys of maps: what a record is given is put together at run time, which a run over one
    // repo feels.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourcePath that && value.equals(that.value);
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
