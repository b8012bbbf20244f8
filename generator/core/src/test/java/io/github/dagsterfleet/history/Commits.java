package io.github.dagsterfleet.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every commit of a history, and which came before which: counted here, never asked of git. */
final class Commits {
    private final Map<String, Snapshot> known = new HashMap<>();

    void add(String id, Snapshot snapshot) {
        known.put(id, snapshot);
    }

    Snapshot get(String id) {
        Snapshot snapshot = known.get(id);
        if (snapshot == null) {
            throw new IllegalArgumentException("no commit " + id);
        }
        return snapshot;
    }

    boolean isAncestor(String earlier, String later) {
        return withAncestors(later).contains(earlier);
    }

    /** The newest commit that both come from. Branches here begin at the default branch and end in it, so there is one. */
    String mergeBase(String one, String other) {
        Set<String> common = withAncestors(one);
        common.retainAll(withAncestors(other));
        return common.stream()
                .filter(id -> common.stream().allMatch(each -> isAncestor(each, id)))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> withAncestors(String id) {
        Set<String> found = new HashSet<>(Set.of(id));
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            for (String parent : get(open.remove()).parents()) {
                if (found.add(parent)) {
                    open.add(parent);
                }
            }
        }
        return found;
    }
}
