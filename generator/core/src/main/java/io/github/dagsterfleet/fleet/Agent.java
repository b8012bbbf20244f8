package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;

/**
 * What starts the code of the repos that name it.
 *
 * @param queues the queues it serves; empty when the catalogue does not say
 * @param provides names that a bare {@code KEY} may take from its process environment
 */
public record Agent(Scalar name, Platform platform, List<String> queues, List<String> provides) {
    public Agent {
        queues = List.copyOf(queues);
        provides = List.copyOf(provides);
    }
}
