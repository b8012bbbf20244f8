package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.dagster.ServerName;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Agent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two locations of one deployment whose names are one to a hasty reader, or whose servers have one name. */
final class SimilarLocations implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        Names names = new Names();
        for (List<Declared> namesakes : fleet.locations().values()) {
            for (Declared location : namesakes) {
                for (String environment : location.environments()) {
                    names.add(location, fleet.deployment(environment), agent(location, environment));
                }
            }
        }
        names.similar.values().forEach(findings::add);
    }

    private static Optional<Agent> agent(Declared location, String environment) {
        return Optional.ofNullable(location.repo().agents().get(environment));
    }

    /** Every name as it comes to be, with who had it first. */
    private static final class Names {
        private final Map<String, Declared> firsts = new HashMap<>();
        private final Map<Declared, Map<Declared, String>> told = new HashMap<>();
        private final Map<Declared, Finding> similar = new LinkedHashMap<>();

        void add(Declared location, String deployment, Optional<Agent> agent) {
            String name = location.name().text();
            agent.filter(known -> known.platform().isHybrid()).ifPresent(hybrid -> {
                String server = ServerName.of(hybrid.platform(), name, deployment);
                String platform = hybrid.platform().word();
                meet(
                        location,
                        deployment + " " + platform + " " + server,
                        "have one name on `" + platform + "`, `" + server + "-` and six random characters");
            });
            meet(location, deployment + "  " + letters(name), "");
        }

        private void meet(Declared location, String key, String words) {
            Declared first = firsts.putIfAbsent(key, location);
            if (first == null || first.name().text().equals(location.name().text())) {
                return;
            }
            if (told.computeIfAbsent(first, name -> new HashMap<>()).putIfAbsent(location, words) == null) {
                similar.merge(
                        first,
                        finding(first, location, words),
                        (known, more) -> known.note(
                                "this one is as similar", location.name().origin()));
            }
        }

        private static Finding finding(Declared first, Declared second, String words) {
            String both = "`" + first.name().text() + "` and `" + second.name().text() + "`";
            return Finding.at(
                            FindingCode.FLEET_SIMILAR_LOCATION,
                            second.name().origin(),
                            words.isEmpty()
                                    ? "locations " + both + " differ in case and punctuation alone"
                                    : "the servers of " + both + " " + words)
                    .label("too similar")
                    .note("the other one is declared here", first.name().origin())
                    .help("give one of them another name, such as `"
                            + second.repo().repo() + "-" + second.name().text() + "`");
        }
    }

    /** Letters and digits, capitals as small ones. */
    private static String letters(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                letters.append((char) (c - 'A' + 'a'));
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                letters.append(c);
            }
        }
        return letters.toString();
    }
}
