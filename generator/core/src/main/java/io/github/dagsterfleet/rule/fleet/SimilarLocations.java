package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.dagster.ServerName;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Agent;
import io.github.dagsterfleet.fleet.Platform;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two locations of one deployment whose names are one to a hasty reader, or whose servers have one name. */
final class SimilarLocations implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        Met met = new Met();
        for (List<Declared> namesakes : fleet.locations().values()) {
            for (Declared location : namesakes) {
                for (String environment : location.environments()) {
                    String deployment = fleet.deployment(environment);
                    Agent agent = location.repo().agents().get(environment);
                    if (agent != null && agent.platform().isHybrid()) {
                        met.addServer(location, deployment, agent.platform());
                    }
                    met.addLetters(location, deployment);
                }
            }
        }
        met.similar.values().forEach(findings::add);
    }

    /** Who had a name first, and what was found to meet it: a finding for each first one. */
    private static final class Met {
        private final Map<String, Declared> firsts = new HashMap<>();
        private final Set<List<Declared>> told = new HashSet<>();
        private final Map<Declared, Finding> similar = new LinkedHashMap<>();

        void addServer(Declared location, String deployment, Platform platform) {
            String server = ServerName.of(platform, location.name().text(), deployment);
            Declared first = firsts.putIfAbsent(deployment + " " + platform.word() + " " + server, location);
            if (first != null && isNews(first, location)) {
                tell(
                        first,
                        location,
                        "the servers of " + both(first, location) + " have one name on `" + platform.word() + "`, `"
                                + server + "-` and six random characters");
            }
        }

        void addLetters(Declared location, String deployment) {
            String letters = ServerName.letters(location.name().text());
            Declared first = firsts.putIfAbsent(deployment + "  " + letters, location);
            if (first != null && isNews(first, location)) {
                tell(first, location, "locations " + both(first, location) + " differ in case and punctuation alone");
            }
        }

        /** Locations of one name are another rule's. */
        private boolean isNews(Declared first, Declared location) {
            return !first.name().text().equals(location.name().text()) && told.add(List.of(first, location));
        }

        private void tell(Declared first, Declared second, String message) {
            Finding known = similar.get(first);
            similar.put(
                    first,
                    known == null
                            ? finding(first, second, message)
                            : known.note("this one is as similar", second.name().origin()));
        }

        private static Finding finding(Declared first, Declared second, String message) {
            return Finding.at(FindingCode.FLEET_SIMILAR_LOCATION, second.name().origin(), message)
                    .label("too similar")
                    .note("the other one is declared here", first.name().origin())
                    .help("give one of them another name, such as `"
                            + second.repo().repo() + "-" + second.name().text() + "`");
        }

        private static String both(Declared first, Declared second) {
            return "`" + first.name().text() + "` and `" + second.name().text() + "`";
        }
    }
}
