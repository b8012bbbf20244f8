package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.dagster.Promise;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one variable is for the members of a group in one environment: a cell for each thing that it is. */
record GroupRow(String environment, List<Cell> cells) {
    private static final String UNSET = "not set";

    GroupRow {
        cells = List.copyOf(cells);
    }

    /**
     * One thing that the variable is.
     *
     * @param what in a person's words
     * @param repos the members for which it is that, in order of the group
     * @param place where the first of them says so; of one that does not, its first location
     */
    record Cell(String what, List<String> repos, Span place) {
        boolean isUnset() {
            return what.equals(UNSET);
        }

        /** Whether a repo says so, and not a file that several share. */
        boolean isOwn() {
            return place.path().isBelow(Workspace.REPOS);
        }

        /** {@code it is `s3://a` for `analytics`}. */
        String words() {
            return "it is " + what + " for " + Repos.named(repos);
        }
    }

    /** Of the members that exist in the environment; one without a location runs no code that could be promised anything. */
    static GroupRow of(String environment, String variable, List<RepoFacts> members) {
        Map<String, List<String>> repos = new LinkedHashMap<>();
        Map<String, Span> places = new LinkedHashMap<>();
        for (RepoFacts member : members) {
            // One without any location cannot have a variable, and that is another rule's to tell.
            if (!member.grouped().containsKey(environment)
                    || member.outline().locations().isEmpty()) {
                continue;
            }
            promised(member, environment, variable).forEach((what, place) -> {
                repos.computeIfAbsent(what, first -> new ArrayList<>(1))
                        .add(member.outline().repo());
                places.putIfAbsent(what, place);
            });
        }
        List<Cell> cells = new ArrayList<>(places.size());
        places.forEach((what, place) -> cells.add(new Cell(what, repos.getOrDefault(what, List.of()), place)));
        return new GroupRow(environment, cells);
    }

    /** What each location of the member is promised that has the variable; it need not be a use to all of them. */
    private static Map<String, Span> promised(RepoFacts member, String environment, String variable) {
        Map<String, Span> promised = new LinkedHashMap<>();
        for (Promise promise : member.grouped().getOrDefault(environment, List.of())) {
            if (promise.variable().equals(variable)) {
                promised.putIfAbsent(promise.words(), promise.place());
            }
        }
        if (promised.isEmpty()) {
            promised.put(
                    UNSET,
                    member.outline().locations().keySet().iterator().next().span());
        }
        return promised;
    }

    boolean isEqual() {
        return cells.size() < 2;
    }

    /** Whether no member has the variable here; so too when none exists here. */
    boolean isUnset() {
        return cells.stream().allMatch(Cell::isUnset);
    }

    /**
     * What the fewest members have, since most likely something is wrong there; of several such the last one that a repo
     * says itself.
     */
    Cell oddOne() {
        Cell odd = cells.get(0);
        for (Cell cell : cells) {
            int fewer = odd.repos().size() - cell.repos().size();
            if (fewer > 0 || (fewer == 0 && (cell.isOwn() || !odd.isOwn()))) {
                odd = cell;
            }
        }
        return odd;
    }
}
