package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.release.Hold;
import io.github.dagsterfleet.release.PinEdit;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is to be recorded of releases that stay the same.
 *
 * @param which no repo for the whole environment, which is only held, and no longer
 */
public record RecordRequest(ReleasedRepos which, PinEdit edit) {
    /** What is wrong with a hold that ended before it begins. */
    Optional<Finding> over(LocalDate today) {
        return hold().flatMap(Hold::until)
                .filter(until -> until.isBefore(today))
                .map(until -> Finding.of(
                                FindingCode.USAGE_ARGUMENTS, "the hold would end on " + until + ", which is over")
                        .help("name today, " + today + ", or a later day"));
    }

    /** Empty for the end of one. */
    Optional<Hold> hold() {
        return edit instanceof PinEdit.Holding holding ? Optional.of(holding.hold()) : Optional.empty();
    }
}
