package io.github.dagsterfleet.plus;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A variable that Dagster+ keeps for a deployment; one name may be kept several times. Its value is never asked for.
 *
 * @param id by which it is removed
 * @param locations the code locations that get it, in the order Dagster+ has them; empty for every location
 * @param scopes in the order of {@link Scope}; empty for a variable of one single branch deployment
 */
public record StoredVariable(String id, String name, List<String> locations, Set<Scope> scopes) {
    public StoredVariable {
        locations = List.copyOf(locations);
        Set<Scope> inOrder = EnumSet.noneOf(Scope.class);
        inOrder.addAll(scopes);
        scopes = Collections.unmodifiableSet(inOrder);
    }

    /** Whether the location gets it. */
    public boolean reaches(String location) {
        return locations.isEmpty() || locations.contains(location);
    }

    /** Whether no location other than this one gets it. */
    public boolean isOnlyFor(String location) {
        return locations.equals(List.of(location));
    }
}
