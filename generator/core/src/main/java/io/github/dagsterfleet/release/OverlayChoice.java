package io.github.dagsterfleet.release;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of an overlay that changed since the release to which a repo goes back. */
public enum OverlayChoice {
    /** It stays as it is. */
    KEEP,
    /** It becomes what it was then. */
    RESTORE;

    /** As it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OverlayChoice> ofWord(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word().equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(OverlayChoice::word).toList();
    }
}
