package io.github.dagsterfleet.change.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.List;

/** How many lines of a text came and went: all that is told of what has no structure. */
public record LineCount(int added, int removed) {
    static LineCount between(String before, String after) {
        int added = 0;
        int removed = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(lines(before), lines(after)).getDeltas()) {
            added += delta.getTarget().size();
            removed += delta.getSource().size();
        }
        return new LineCount(added, removed);
    }

    /** The offset of the first line at which the second text differs from the first. */
    static int firstChange(String before, String after) {
        int line = 0;
        int most = Math.min(before.length(), after.length());
        for (int i = 0; i < most && before.charAt(i) == after.charAt(i); i++) {
            if (after.charAt(i) == '\n') {
                line = i + 1;
            }
        }
        return Math.min(line, Math.max(0, after.length() - 1));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : text.lines().toList();
    }
}
