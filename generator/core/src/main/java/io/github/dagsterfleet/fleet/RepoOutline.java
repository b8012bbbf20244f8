package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.syntax.Scalar;
import java.util.Map;
import java.util.Set;

/**
 * The little that other repos need to know of one: kept for the whole fleet, while everything else is let go with its
 * repo.
 *
 * @param locations where each declared location stands, with the environments in which it exists
 * @param needs the upstream locations, each once
 * @param projects every project that a location names
 * @param artifacts the paths of the artifacts that it turns on or off
 * @param teams the team that owns it, in any environment
 * @param use what it takes from what all share
 * @param complete whether every environment was resolved, so that what is missing is really missing
 */
public record RepoOutline(
        String repo,
        Map<Scalar, Set<String>> locations,
        Set<Scalar> needs,
        Set<String> projects,
        Set<Scalar> artifacts,
        Set<String> teams,
        CatalogueUse use,
        boolean complete) {}
