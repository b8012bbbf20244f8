package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.dagster.KeptVariable;
import io.github.dagsterfleet.dagster.Promise;
import io.github.dagsterfleet.fleet.RepoOutline;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is kept of one repo for the rules across repos. Made by {@link Memberships}.
 *
 * @param grouped by environment, what code is promised under the names that must be equal in one of its groups; empty
 *     for a repo that is a member of none
 * @param kept by environment, what Dagster+ has to keep for it; only where that is anything
 */
public record RepoFacts(RepoOutline outline, Map<String, List<Promise>> grouped, Map<String, Set<KeptVariable>> kept) {
    /** In one environment. */
    Set<KeptVariable> kept(String environment) {
        return kept.getOrDefault(environment, Set.of());
    }
}
