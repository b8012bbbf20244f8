package io.github.dagsterfleet.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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

    public void addAll(Collection<Finding> findings) {
        findings.forEach(this::add);
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

    /** Sorted, each once. */
    public List<Finding> sorted() {
        return all.stream().distinct().sorted().toList();
    }
}
