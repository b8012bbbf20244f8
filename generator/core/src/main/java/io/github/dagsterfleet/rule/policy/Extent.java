package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;

/** Where a waiver holds; an empty list means everywhere. */
public record Extent(List<Scalar> repos, List<Scalar> environments, List<Scalar> locations) {
    public Extent {
        repos = List.copyOf(repos);
        environments = List.copyOf(environments);
        locations = List.copyOf(locations);
    }

    static Extent of(Mapping waiver) {
        return new Extent(waiver.scalars("repos"), waiver.scalars("environments"), waiver.scalars("locations"));
    }

    boolean covers(Target target, String location) {
        return covers(repos, target.repo())
                && covers(environments, target.environment().name().text())
                && covers(locations, location);
    }

    private static boolean covers(List<Scalar> names, String name) {
        return names.isEmpty() || names.stream().anyMatch(said -> said.text().equals(name));
    }
}
