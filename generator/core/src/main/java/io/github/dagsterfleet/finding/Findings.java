package io.github.dagsterfleet.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Collects what one piece of work has to say. Not safe for use by several threads: each piece of work has its own, and
 * what they found is put together in a fixed order.
 */
public final class Findings {
    private final List<Finding> all = new ArrayList<>();
    private int errors;

    public void add(Finding finding) {
        all.add(finding);
        if (finding.isError()) {
            errors++;
        }
    }

    /** What a check has found, if it has. */
    public void add(Optional<Finding> finding) {
        if (finding.isPresent()) {
            add(finding.get());
        }
    }

    public void addAll(Collection<Finding> findings) {
        for (Finding finding : findings) {
            add(finding);
        }
    }

    /**
     * Adds one finding for one mistake in several places: the first one's, with a note for each of the others.
     *
     * @param note what is said of a place that is not the first
     */
    public void addAsOne(List<Finding> places, Function<Finding, String> note) {
        if (!places.isEmpty()) {
            Finding all = places.get(0);
            for (Finding other : places.subList(1, places.size())) {
                all = all.note(note.apply(other), other.site());
            }
            add(all);
        }
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    /** How many errors there are so far; two readings of it tell whether a step in between failed. */
    public int errorCount() {
        return errors;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** In the order in which they were found. */
    public List<Finding> list() {
        return List.copyOf(all);
    }

    /**
     * Sorted, each once: a mistake that many targets show is one finding, with the notes of the first and the number of
     * the others.
     */
    public List<Finding> sorted() {
        Map<Finding, List<Finding>> byMistake = new LinkedHashMap<>();
        all.stream().distinct().sorted().forEach(finding -> byMistake
                .computeIfAbsent(finding.withoutNotes(), mistake -> new ArrayList<>())
                .add(finding));
        return byMistake.values().stream()
                .map(shown -> withOthers(shown.get(0), shown.size() - 1))
                .toList();
    }

    private static Finding withOthers(Finding finding, int others) {
        return others == 0
                ? finding
                : finding.note(
                        "it shows in " + others + (others == 1 ? " other place" : " other places"), new Site.Nowhere());
    }
}
