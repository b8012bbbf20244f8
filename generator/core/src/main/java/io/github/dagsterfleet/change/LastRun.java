package io.github.dagsterfleet.change;

import io.github.dagsterfleet.finding.Finding;
import java.util.List;

/**
 * How a run over everything ended, as far as the next one has to tell it again.
 *
 * @param repos how many repos it looked at
 * @param files how many files they have, manifests not counted
 * @param warnings sorted, without any secret
 */
public record LastRun(int repos, long files, List<Finding> warnings) {
    public LastRun {
        warnings = List.copyOf(warnings);
    }
}
