package io.github.dagsterfleet.change;

import io.github.dagsterfleet.finding.Finding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a run over everything ended, as far as the next one has to tell it again.
 *
 * @param repos how many repos it looked at
 * @param files how many files they have, manifests not counted
 * @param notReleased by environment, the repos of which it has no release yet, in the order told
 * @param warnings sorted, without any secret
 */
public record LastRun(int repos, long files, Map<String, List<String>> notReleased, List<Finding> warnings) {
    public LastRun {
        notReleased = Collections.unmodifiableMap(new LinkedHashMap<>(notReleased));
        warnings = List.copyOf(warnings);
    }
}
