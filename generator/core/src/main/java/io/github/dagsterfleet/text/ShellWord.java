package io.github.dagsterfleet.text;

/** One word of a line for a POSIX shell. */
public final class ShellWord {
    private ShellWord() {}

    /** The word as it is, or between single quotes where the shell would take it for something else. */
    public static String of(String word) {
        boolean plain = !word.isEmpty() && word.chars().allMatch(ShellWord::isPlain);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static boolean isPlain(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "_./:@%+,=-".indexOf(c) >= 0);
    }
}
