package io.github.dagsterfleet.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Repos for which the same lines are typed at the same time. */
record Batch(Session session, List<Turn> turns) {
    /** In the order of the first repo of each. */
    static List<Batch> of(List<Turn> turns) {
        Map<Session, List<Turn>> alike = new LinkedHashMap<>();
        turns.forEach(turn -> alike.computeIfAbsent(turn.session(), first -> new ArrayList<>())
                .add(turn));
        return alike.entrySet().stream()
                .map(entry -> new Batch(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    List<String> repos() {
        return turns.stream().map(Turn::repo).toList();
    }
}
