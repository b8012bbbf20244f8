package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The little that other repos need to know of one: kept for the whole fleet, while everything else is let go with its
 * repo. About 2 KB for a repo of two locations, the text of its repo.yaml among them; nothing here may hold on to a
 * merged tree, so the origin of a value is its line, not its trace.
 *
 * @param locations where each declared location stands, with the environments in which it exists, in promotion order
 * @param agents what starts its code, by environment; only where it could be resolved
 * @param needs the upstream locations, each with the environments in which it is needed
 * @param registries every {@code build.registry} that a location pushes to in some environment, each once
 * @param projects every project that a location names
 * @param artifacts the paths of the artifacts that it turns on or off
 * @param teams the team that owns it, in any environment
 * @param use what it takes from what all share
 * @param complete whether every environment was resolved, so that what is missing is really missing
 */
public record RepoOutline(
        String repo,
        Map<Scalar, List<String>> locations,
        Map<String, Agent> agents,
        Map<Scalar, List<String>> needs,
        List<Scalar> registries,
        Set<String> projects,
        Set<Scalar> artifacts,
        Set<String> teams,
        CatalogueUse use,
        boolean complete) {}
