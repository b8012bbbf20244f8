package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;

/**
 * Every environment variable that one location's code sees because somebody said so.
 *
 * @param all in the order in which they were said, those in raw form first
 * @param wholeSecrets the Kubernetes Secrets that {@code env_from} takes as they are
 */
record LocationVariables(Location location, List<Variable> all, List<Scalar> wholeSecrets) {
    LocationVariables {
        all = List.copyOf(all);
        wholeSecrets = List.copyOf(wholeSecrets);
    }
}
