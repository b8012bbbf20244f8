package io.github.dagsterfleet.release;

import io.github.dagsterfleet.change.MadeFrom;
import java.util.Optional;

/** Tells what the generated files of a repo in an environment were made from; empty where nobody knows. */
public interface MadeFiles {
    Optional<MadeFrom> from(String repo, String environment);
}
