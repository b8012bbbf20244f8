package io.github.dagsterfleet.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Repos that may go at the same time.
 *
 * @param turns sorted by repo
 */
public record Wave(List<Turn> turns) {
    public Wave {
        turns = List.copyOf(turns);
    }

    /**
     * The fewest waves in which each repo comes behind all that it needs, each repo as early as can be. What is needed of
     * repos that are not given does not count.
     *
     * @param turns sorted by repo
     * @throws IllegalArgumentException when they need each other in a circle
     */
    static List<Wave> of(List<Turn> turns) {
        Map<String, Integer> waiting = new HashMap<>();
        turns.forEach(turn -> waiting.put(turn.repo(), 0));
        Map<String, List<Turn>> downstream = new HashMap<>();
        for (Turn turn : turns) {
            turn.upstream().filter(waiting::containsKey).forEach(upstream -> {
                waiting.merge(turn.repo(), 1, Integer::sum);
                downstream.computeIfAbsent(upstream, first -> new ArrayList<>()).add(turn);
            });
        }
        List<Wave> waves = new ArrayList<>();
        List<Turn> ready = turns.stream()
                .filter(turn -> waiting.getOrDefault(turn.repo(), 0) == 0)
                .toList();
        int left = turns.size();
        while (!ready.isEmpty()) {
            waves.add(new Wave(ready));
            left -= ready.size();
            List<Turn> next = new ArrayList<>();
            for (Turn done : ready) {
                for (Turn later : downstream.getOrDefault(done.repo(), List.of())) {
                    if (waiting.merge(later.repo(), -1, Integer::sum) == 0) {
                        next.add(later);
                    }
                }
            }
            next.sort(Comparator.comparing(Turn::repo));
            ready = next;
        }
        if (left > 0) {
            throw new IllegalArgumentException(left + " repos need each other in a circle");
        }
        return waves;
    }
}
