package io.github.dagsterfleet;

import io.github.dagsterfleet.release.Hold;
import io.github.dagsterfleet.release.PinEdit;
import java.util.Optional;

/**
 * What is to be recorded of releases that stay the same.
 *
 * @param which no repo for the whole environment, which is only held, and no longer
 */
public record RecordRequest(ReleasedRepos which, PinEdit edit) {
    /** Empty for the end of one. */
    Optional<Hold> hold() {
        return edit instanceof PinEdit.Holding holding ? Optional.of(holding.hold()) : Optional.empty();
    }
}
