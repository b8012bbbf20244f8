package io.github.dagsterfleet.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.github.dagsterfleet.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change as a unified diff, shortened, with white space made visible on lines that differ in nothing else. */
public final class TextDiff {
    private static final int CONTEXT = 3;
    /** Shown at the last line, which else would look like the one that differs from it in this alone. */
    private static final String NO_LINE_FEED = " (no line feed at the end)";

    private TextDiff() {}

    /**
     * The lines of the diff, headers included.
     *
     * @param most how many lines at the most; a last line says how many more there are
     */
    public static List<String> of(FileChange change, int most) {
        List<String> before = lines(change.before());
        List<String> after = lines(change.after());
        String name = change.path().value();
        List<String> diff = new ArrayList<>(UnifiedDiffUtils.generateUnifiedDiff(
                change.before().isEmpty() ? "/dev/null" : "a/" + name,
                change.after().isEmpty() ? "/dev/null" : "b/" + name,
                before,
                DiffUtils.diff(before, after),
                CONTEXT));
        countFromZero(diff);
        showWhitespace(diff);
        if (diff.size() <= most) {
            return diff;
        }
        List<String> shortened = new ArrayList<>(diff.subList(0, most));
        shortened.add("... " + (diff.size() - most) + " more lines");
        return shortened;
    }

    private static List<String> lines(Optional<SourceFile> file) {
        if (file.isEmpty()) {
            return List.of();
        }
        String text = new String(file.get().bytes(), StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            return List.of();
        }
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text + NO_LINE_FEED;
        return List.of(body.split("\n", -1));
    }

    /** Where a side has no line, patch and git begin at line 0. */
    private static void countFromZero(List<String> diff) {
        diff.replaceAll(
                line -> line.startsWith("@@ ") ? line.replace("-1,0 ", "-0,0 ").replace("+1,0 ", "+0,0 ") : line);
    }

    private static void showWhitespace(List<String> diff) {
        for (int i = 0; i + 1 < diff.size(); i++) {
            String removed = diff.get(i);
            String added = diff.get(i + 1);
            if (removed.startsWith("-")
                    && added.startsWith("+")
                    && removed.substring(1).strip().equals(added.substring(1).strip())) {
                diff.set(i, "-" + visible(removed.substring(1)));
                diff.set(i + 1, "+" + visible(added.substring(1)));
            }
        }
    }

    private static String visible(String line) {
        return line.replace(" ", "\u00b7").replace("\t", "\u2192").replace("\r", "\\r");
    }
}
