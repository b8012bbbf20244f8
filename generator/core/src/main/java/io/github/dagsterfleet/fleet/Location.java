package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.layer.AtRevision;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;

/**
 * A code location of one target.
 *
 * @param name where repo.yaml declares it
 * @param facts merged and resolved, with the keys of {@code locations.<name>}; every origin is a trace
 * @param project the path of its project, {@code .} when it says nothing
 */
public record Location(Scalar name, Mapping facts, String project) {
    Location at(AtRevision revision) {
        return new Location(revision.of(name), revision.of(facts), project);
    }
}
