package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.finding.Suggestions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What somebody may have meant who typed an option that there is not. */
final class NearestOptions {
    /** Shorter beginnings, such as {@code --n}, begin nearly everything. */
    private static final int TELLING = "--env".length();

    /** What other commands, and our own goal in Maven, call it. */
    private static final Map<String, Option> ELSEWHERE = Map.of(
            "--workspace", Option.WORKSPACE,
            "--directory", Option.WORKSPACE,
            "--json", Option.FORMAT,
            "--output", Option.FORMAT,
            "--jobs", Option.THREADS,
            "--force", Option.DISCARD,
            "--overwrite", Option.DISCARD,
            "--stacktrace", Option.TRACE);

    private NearestOptions() {}

    /** As they are to be typed, the most likely first; none for an option like no other. */
    static List<String> to(String typed, List<Option> known) {
        Set<Option> nearest = new LinkedHashSet<>();
        Optional.ofNullable(ELSEWHERE.get(typed)).filter(known::contains).ifPresent(nearest::add);
        known.stream().filter(option -> beginsLike(typed, option.text())).forEach(nearest::add);
        List<String> spelt =
                Suggestions.nearest(typed, known.stream().map(Option::text).toList());
        known.stream().filter(option -> spelt.contains(option.text())).forEach(nearest::add);
        return nearest.stream().map(Option::pattern).toList();
    }

    private static boolean beginsLike(String typed, String text) {
        return Math.min(typed.length(), text.length()) >= TELLING && (typed.startsWith(text) || text.startsWith(typed));
    }
}
