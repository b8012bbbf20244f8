package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.text.VisibleText;
import java.util.Optional;

/** A detail on one line, cut to what an eye takes in at once. */
final class ShownValue {
    private static final int LONGEST = 60;

    private ShownValue() {}

    /** {@code 1Gi -> 2Gi}; the one value of what came or went; empty where there is nothing to tell. */
    static Optional<String> of(Detail detail) {
        if (detail.lines().isPresent()) {
            LineCount lines = detail.lines().get();
            return Optional.of("+" + lines.added() + " -" + lines.removed() + " lines");
        }
        if (detail.before().isPresent() && detail.after().isPresent()) {
            return Optional.of(
                    cut(detail.before().get()) + " -> " + cut(detail.after().get()));
        }
        return detail.before().or(detail::after).map(ShownValue::cut);
    }

    private static String cut(String value) {
        String visible = VisibleText.of(value);
        if (visible.codePointCount(0, visible.length()) <= LONGEST) {
            return visible;
        }
        return visible.substring(0, visible.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
