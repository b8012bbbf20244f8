package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.dagster.Promise;
import io.github.dagsterfleet.fleet.RepoOutline;
import java.util.List;
import java.util.Map;

/**
 * All that is kept of one repo for the rules across repos. Made by {@link Memberships}.
 *
 * @param grouped by environment, what code is promised under the names that must be equal in one of its groups; empty
 *     for a repo that is a member of none
 */
public record RepoFacts(RepoOutline outline, Map<String, List<Promise>> grouped) {}
