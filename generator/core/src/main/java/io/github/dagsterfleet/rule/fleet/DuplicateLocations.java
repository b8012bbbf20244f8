package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One deployment has one location of a name: a second one silently replaces the first. */
final class DuplicateLocations implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        for (List<Declared> namesakes : fleet.locations().values()) {
            if (namesakes.size() > 1) {
                List<Declared> claimants = claimants(namesakes, fleet);
                if (!claimants.isEmpty()) {
                    findings.add(finding(claimants));
                }
            }
        }
    }

    /** Those that meet another one in some deployment. */
    private static List<Declared> claimants(List<Declared> namesakes, FleetFacts fleet) {
        Map<String, Declared> firsts = new HashMap<>();
        Set<Declared> claimants = new LinkedHashSet<>();
        for (Declared location : namesakes) {
            for (String environment : location.environments()) {
                Declared first = firsts.putIfAbsent(fleet.deployment(environment), location);
                if (first != null && !first.equals(location)) {
                    claimants.add(first);
                    claimants.add(location);
                }
            }
        }
        return List.copyOf(claimants);
    }

    private static Finding finding(List<Declared> claimants) {
        Declared second = claimants.get(1);
        String name = second.name().text();
        List<String> repos = new ArrayList<>();
        claimants.forEach(claimant -> repos.add(claimant.repo().repo()));
        Finding finding = Finding.at(
                        FindingCode.FLEET_DUPLICATE_LOCATION,
                        second.name().origin(),
                        "repos " + Repos.named(repos) + (repos.size() == 2 ? " both" : " all") + " have a location `"
                                + name + "`, and Dagster+ would let one replace the other")
                .label("taken")
                .note("it is declared first here", claimants.get(0).name().origin());
        for (Declared other : claimants.subList(2, claimants.size())) {
            finding = finding.note("it is declared here too", other.name().origin());
        }
        return finding.help("give " + (repos.size() == 2 ? "one of them" : "all but one of them")
                + " another name, such as `" + second.repo().repo() + "-" + name + "`");
    }
}
