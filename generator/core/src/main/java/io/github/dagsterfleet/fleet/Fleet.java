package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.layer.AtRevision;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the organisation says of itself in {@code environments/}: names, catalogues, environments in promotion order.
 *
 * @param dagster the Dagster version that the fleet runs
 * @param environments in promotion order
 * @param promoted names of the environments that render from releases
 * @param document the whole base.yaml, typed
 */
public record Fleet(
        Scalar organization,
        Scalar dagster,
        Map<String, Environment> environments,
        List<String> promoted,
        Map<String, Agent> agents,
        Map<String, SecretEntry> secrets,
        Mapping document) {
    public Fleet {
        environments = ordered(environments);
        promoted = List.copyOf(promoted);
        agents = ordered(agents);
        secrets = ordered(secrets);
    }

    /** @throws IllegalArgumentException for a name that base.yaml does not list */
    public Environment environment(String name) {
        Environment environment = environments.get(name);
        if (environment == null) {
            throw new IllegalArgumentException("base.yaml lists no environment " + name);
        }
        return environment;
    }

    /** Whether an environment renders from releases; of {@code all}, whether build-time files may. */
    public boolean isPromoted(String place) {
        return place.equals(Workspace.ALL) ? hasRings() : promoted.contains(place);
    }

    /** Whether anything may render from a release: an environment, or build-time files. */
    public boolean hasReleases() {
        return !promoted.isEmpty() || hasRings();
    }

    /** Whether repos take changes to build-time files ring after ring. */
    public boolean hasRings() {
        return document.sequence("rings")
                .filter(rings -> !rings.items().isEmpty())
                .isPresent();
    }

    /** This organisation with what a release of it says of itself. Catalogues, environments and policies stay these. */
    Fleet asReleased(Fleet release) {
        return new Fleet(release.organization, release.dagster, environments, promoted, agents, secrets, document);
    }

    /** The same as another commit has it word for word. */
    public Fleet at(AtRevision revision) {
        return new Fleet(
                revision.of(organization), revision.of(dagster), environments, promoted, agents, secrets, document);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
