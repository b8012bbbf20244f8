package io.github.dagsterfleet.release;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the order of deploys is asked for. */
public enum Purpose {
    /** New code: what is needed is there before what needs it. */
    DEPLOY,
    /** Back to earlier code: what may count on the newer code goes back before that code goes. */
    ROLLBACK,
    /** Locations go for good: what needs them goes before they do. */
    REMOVAL;

    /** As it is typed and printed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The purpose of a word; empty for any other word. */
    public static Optional<Purpose> ofWord(String word) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.word().equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Purpose::word).toList();
    }

    boolean isUpstreamFirst() {
        return this == DEPLOY;
    }
}
