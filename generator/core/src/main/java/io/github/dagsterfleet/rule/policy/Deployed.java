package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.Optional;

/**
 * A location as Dagster+ would get it.
 *
 * @param document with the keys of an item of {@code locations}; its origins are the lines that would have to change
 * @param target whose it is; empty for a file of others, of which nothing else is known
 */
public record Deployed(Mapping document, Optional<Target> target) {
    private static final String CONTEXT = "container_context";

    /** What it asks of the agent; empty where nothing is asked. */
    Mapping context() {
        return document.mapping(CONTEXT).orElseGet(() -> Mapping.empty(document.origin()));
    }
}
