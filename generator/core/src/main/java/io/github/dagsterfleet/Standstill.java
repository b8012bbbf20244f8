package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.release.LiveChange;
import io.github.dagsterfleet.release.Unmoved;
import io.github.dagsterfleet.release.Unpromoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files stay as they are although their sources say otherwise, since no release moved and somebody has to agree.
 *
 * @param unpromoted what would change
 * @param kept by repo, the environments whose files stay
 * @param findings why
 */
record Standstill(Unpromoted unpromoted, Map<String, Set<String>> kept, List<Finding> findings) {
    /** Every file may change. */
    static final Standstill NONE = new Standstill(Unpromoted.NOTHING, Map.of(), List.of());

    /**
     * What another version makes is kept back whatever the action, as nobody has looked at it; what is live only from the
     * disk, as a preview is how one looks at it.
     *
     * @param unmoved of every repo, sorted by its name
     */
    static Standstill of(List<Unmoved> unmoved, Fleet fleet, Optional<String> reason, PlanAction action) {
        Unpromoted unpromoted = Unpromoted.of(unmoved, fleet, reason);
        Map<String, Set<String>> kept = new HashMap<>();
        unpromoted.byTool().forEach(one -> keep(one.repo(), one.environment(), kept));
        List<Finding> findings = new ArrayList<>(unpromoted.toolChanges());
        if (action.changesDisk()) {
            unpromoted.live().stream().filter(LiveChange::isUnexplained).forEach(change -> change.repos()
                    .forEach(repo -> keep(repo, change.environment(), kept)));
            unpromoted.refusal().ifPresent(findings::add);
        }
        return new Standstill(unpromoted, kept, List.copyOf(findings));
    }

    private static void keep(String repo, String environment, Map<String, Set<String>> kept) {
        kept.computeIfAbsent(repo, name -> new TreeSet<>()).add(environment);
    }

    /** Without what stays as it is. */
    Prepared without(String repo, Prepared files) {
        Set<String> environments = kept.getOrDefault(repo, Set.of());
        return environments.isEmpty() ? files : files.keeping(environments);
    }
}
