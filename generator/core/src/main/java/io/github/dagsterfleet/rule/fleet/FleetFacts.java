package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.fleet.UnreadRepos;
import io.github.dagsterfleet.fleet.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the fleet once its repos have been read: the shared files, and the little that is kept of each repo. */
public final class FleetFacts {
    private final Workspace workspace;
    private final Map<String, RepoFacts> repos;
    private final UnreadRepos unread;
    private final Map<String, List<Declared>> locations;

    private FleetFacts(Workspace workspace, Map<String, RepoFacts> repos, UnreadRepos unread) {
        this.workspace = workspace;
        this.repos = repos;
        this.unread = unread;
        this.locations = locations(repos.values());
    }

    /**
     * @param repos sorted by name
     * @param unread all others
     */
    public static FleetFacts of(Workspace workspace, List<RepoFacts> repos, UnreadRepos unread) {
        Map<String, RepoFacts> byName = new LinkedHashMap<>();
        repos.forEach(repo -> byName.put(repo.outline().repo(), repo));
        return new FleetFacts(workspace, byName, unread);
    }

    private static Map<String, List<Declared>> locations(Collection<RepoFacts> repos) {
        Map<String, List<Declared>> locations = new LinkedHashMap<>();
        for (RepoFacts repo : repos) {
            repo.outline().locations().forEach((name, environments) -> locations
                    .computeIfAbsent(name.text(), first -> new ArrayList<>(1))
                    .add(new Declared(repo.outline(), name, environments)));
        }
        return locations;
    }

    Workspace workspace() {
        return workspace;
    }

    Fleet fleet() {
        return workspace.fleet();
    }

    /** In promotion order. */
    Collection<Environment> environments() {
        return fleet().environments().values();
    }

    /** The deployment that an environment is. */
    String deployment(String environment) {
        return fleet().environment(environment).deployment().text();
    }

    /** Sorted by name. */
    List<RepoOutline> repos() {
        return repos.values().stream().map(RepoFacts::outline).toList();
    }

    /** Sorted by name. */
    Collection<RepoFacts> repoFacts() {
        return repos.values();
    }

    /** Empty for a repo that does not exist or was not read. */
    Optional<RepoFacts> repo(String name) {
        return Optional.ofNullable(repos.get(name));
    }

    /** Whether every repo there is was read. */
    boolean isWhole() {
        return unread.isEmpty();
    }

    /** Whether every repo was resolved in every environment too. */
    boolean isComplete() {
        return isWhole()
                && repos.values().stream().allMatch(repo -> repo.outline().complete());
    }

    /** Whether a repo that was not read may have a location of this name, so that nobody knows where it exists. */
    boolean mayHideLocation(String name) {
        return unread.mayDeclare(name);
    }

    /**
     * Whether a deployment lacks a location of this name. What exists in a target that could not be resolved, nobody knows.
     */
    boolean lacksLocation(String name, String deployment) {
        return locations(name).stream()
                        .allMatch(location -> location.repo().complete()
                                && location.environments().stream().noneMatch(environment -> deployment(environment)
                                        .equals(deployment)))
                && !mayHideLocation(name);
    }

    /** Every location by its name: more than one when several repos declare the name. In order of the repos. */
    Map<String, List<Declared>> locations() {
        return locations;
    }

    /** The locations of a name; none when nobody declares it. */
    List<Declared> locations(String name) {
        return locations.getOrDefault(name, List.of());
    }
}
