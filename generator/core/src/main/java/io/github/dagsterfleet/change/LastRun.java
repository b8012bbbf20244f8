package io.github.dagsterfleet.change;

import io.github.dagsterfleet.finding.Finding;
import java.time.LocalDate;
import java.util.List;

/**
 * How a run over everything ended, as far as the next one has to tell it again.
 *
 * @param repos how many repos it looked at
 * @param files how many files they have, manifests not counted
 * @param day on which it was
 * @param warnings sorted, without any secret
 */
public record LastRun(int repos, long files, LocalDate day, List<Finding> warnings) {
    public LastRun {
        warnings = List.copyOf(warnings);
    }

    /** A waiver ends by a day, without a change of any file: what was warned of holds for its day alone. */
    public boolean holdsOn(LocalDate today) {
        return warnings.isEmpty() || day.equals(today);
    }
}
