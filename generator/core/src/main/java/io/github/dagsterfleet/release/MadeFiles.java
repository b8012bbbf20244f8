package io.github.dagsterfleet.release;

import io.github.dagsterfleet.change.MadeFrom;
import java.util.Optional;

/** Tells what the generated files of a repo in an environment were made from; empty where nobody knows. */
public interface MadeFiles {
    Optional<MadeFrom> from(String repo, String environment);

    /**
     * The version of dagster-fleet that made the files of a release, where that is not ours, and nobody promoted it with ours
     * since.
     *
     * @param place an environment, or {@code all}
     * @param tool our version
     */
    default Optional<String> otherTool(String repo, String place, Pin pin, String tool) {
        return from(repo, place).filter(made -> pin.isOfOtherTool(made, tool)).map(MadeFrom::tool);
    }
}
