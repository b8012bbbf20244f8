package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.text.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The lines that make a value of one environment another than that of the next. A line that chooses a profile or an agent
 * knows the lines of it that matter.
 */
final class Causes {
    private final Map<Span, Set<Span>> byLine = new LinkedHashMap<>();

    /** A line that says it itself. */
    void add(Span line) {
        byLine.computeIfAbsent(line, key -> new LinkedHashSet<>());
    }

    /** A line that chooses what says it. */
    void add(Span choice, Span said) {
        byLine.computeIfAbsent(choice, key -> new LinkedHashSet<>()).add(said);
    }

    void addAll(Causes others) {
        others.byLine.forEach((line, said) ->
                byLine.computeIfAbsent(line, key -> new LinkedHashSet<>()).addAll(said));
    }

    boolean isEmpty() {
        return byLine.isEmpty();
    }

    /** Each line, with what it chose where that is said elsewhere. */
    void forEach(BiConsumer<Span, List<Span>> action) {
        byLine.forEach((line, said) -> action.accept(line, List.copyOf(said)));
    }

    Set<Span> lines() {
        return byLine.keySet();
    }
}
