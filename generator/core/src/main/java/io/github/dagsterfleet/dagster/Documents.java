package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.syntax.Mapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The complete documents of one target, in the order in which output lists their keys.
 *
 * @param locations the items of {@code locations} in dagster_cloud.yaml, in declared order
 * @param pyprojects by project path, only of projects that have one
 * @param envSet the contract: every variable with its locations, sides, scopes and channel
 * @param envExample what {@code .env.example} holds: {@code values}, {@code secrets}, {@code others}
 */
public record Documents(List<Mapping> locations, Map<String, Mapping> pyprojects, Mapping envSet, Mapping envExample) {
    public Documents {
        locations = List.copyOf(locations);
        pyprojects = Collections.unmodifiableMap(new LinkedHashMap<>(pyprojects));
    }
}
