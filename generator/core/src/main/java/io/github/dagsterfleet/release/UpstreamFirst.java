package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.RepoOutline;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds what repos on their way to an environment need, and is not there: it has to go along, and before them. */
public final class UpstreamFirst {
    private final Collection<RepoOutline> repos;
    private final Set<String> moving;
    private final String environment;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> ordered = new LinkedHashSet<>();

    private UpstreamFirst(Collection<RepoOutline> repos, Set<String> moving, String environment) {
        this.repos = repos;
        this.moving = moving;
        this.environment = environment;
    }

    /**
     * The moving repos and what they miss, directly or not, in an order in which they can be deployed.
     *
     * @param repos all of them, as they are after the moves
     */
    public static List<String> of(Collection<RepoOutline> repos, Set<String> moving, String environment) {
        UpstreamFirst order = new UpstreamFirst(repos, moving, environment);
        new TreeSet<>(moving).forEach(order::visit);
        return List.copyOf(order.ordered);
    }

    private void visit(String repo) {
        if (!seen.add(repo)) {
            return;
        }
        repos.stream()
                .filter(outline -> outline.repo().equals(repo))
                .flatMap(outline -> needs(outline).stream())
                .flatMap(location -> missing(location).stream())
                .forEach(this::visit);
        ordered.add(repo);
    }

    /** What it needs in the environment; of one that is still to come there, what it needs where it is. */
    private List<String> needs(RepoOutline repo) {
        boolean isThere = repo.locations().values().stream().anyMatch(where -> where.contains(environment));
        return repo.needs().entrySet().stream()
                .filter(need -> !isThere || need.getValue().contains(environment))
                .map(need -> need.getKey().text())
                .toList();
    }

    private List<String> missing(String location) {
        return repos.stream()
                .filter(repo -> repo.locations().entrySet().stream()
                        .anyMatch(own -> own.getKey().text().equals(location)
                                && (moving.contains(repo.repo())
                                        || !own.getValue().contains(environment))))
                .map(RepoOutline::repo)
                .toList();
    }
}
