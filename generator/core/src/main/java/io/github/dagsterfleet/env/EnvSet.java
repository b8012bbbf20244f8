package io.github.dagsterfleet.env;

import io.github.dagsterfleet.plus.StoredVariable;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The contract of one target, as {@code env_set.json} holds it: which variables its code is promised.
 *
 * @param deployment in Dagster+, whose variables they are where Dagster+ keeps them
 * @param locations every one of the target; of a contract in a file, those that have a variable
 * @param variables sorted by name
 */
public record EnvSet(
        String organization,
        String repo,
        String environment,
        String deployment,
        List<String> locations,
        List<Promised> variables) {
    public EnvSet {
        locations = List.copyOf(locations);
        variables = List.copyOf(variables);
    }

    /** @param document of the shape {@code env_set} */
    public static EnvSet of(Mapping document) {
        Set<String> locations = new LinkedHashSet<>();
        document.mappings("variables").forEach(variable -> locations.addAll(words(variable, "locations")));
        return of(document, List.copyOf(locations));
    }

    /** The same of a target all of whose locations are known, also those that have no variable any more. */
    public static EnvSet of(Mapping document, List<String> locations) {
        return new EnvSet(
                document.text("organization").orElseThrow(),
                document.text("repo").orElseThrow(),
                document.text("environment").orElseThrow(),
                document.text("deployment").orElseThrow(),
                locations,
                document.mappings("variables").stream().map(Promised::of).toList());
    }

    /** The same with what one location is promised. */
    public EnvSet of(String location) {
        List<Promised> own = variables.stream()
                .filter(variable -> variable.locations().contains(location))
                .map(variable -> variable.in(location))
                .toList();
        return new EnvSet(organization, repo, environment, deployment, List.of(location), own);
    }

    /** Whether a variable is for locations of ours alone, and none of them is promised one of the name. */
    boolean hasNoPlaceFor(StoredVariable stored) {
        return !stored.locations().isEmpty()
                && locations.containsAll(stored.locations())
                && variables.stream()
                        .noneMatch(variable -> variable.name().text().equals(stored.name())
                                && stored.locations().stream().anyMatch(variable.locations()::contains));
    }

    static List<String> words(Mapping document, String key) {
        return document.scalars(key).stream().map(Scalar::text).toList();
    }
}
