package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What only some environments of a repo have: a variable that was set in one and forgotten in the next. One that is not
 * required, and one that somebody took away on purpose, was not forgotten.
 */
public final class VariableGaps {
    /** By variable, then by location: where it is. */
    private final Map<String, Map<String, Presence>> variables = new TreeMap<>();

    private VariableGaps() {}

    /** One variable in one location. */
    private record Presence(Span place, Set<String> environments) {}

    /** Where a variable is and is not, for the locations of which that is so. */
    private record Gap(List<String> in, List<String> notIn, Span place, List<String> locations) {
        String where() {
            return "in " + Names.all(in) + ", and not in " + Names.all(notIn);
        }
    }

    /**
     * One finding for all that the repo itself says, and one for each variable that a shared file says, in words that are
     * the same for every repo.
     *
     * @param copies those of one repo, in promotion order
     */
    public static List<Finding> find(List<BuildTime.Copy> copies) {
        VariableGaps gaps = new VariableGaps();
        copies.forEach(gaps::add);
        return gaps.findings(copies);
    }

    private void add(BuildTime.Copy copy) {
        String environment = copy.target().environment().name().text();
        for (Mapping variable : copy.documents().envSet().mappings("variables")) {
            if (Variable.isRequired(variable)) {
                Scalar name = variable.scalar("name").orElseThrow();
                Map<String, Presence> locations =
                        variables.computeIfAbsent(name.text(), first -> new LinkedHashMap<>());
                for (Scalar location : variable.scalars("locations")) {
                    Presence presence = locations.get(location.text());
                    if (presence == null) {
                        presence = new Presence(name.span(), new LinkedHashSet<>());
                        locations.put(location.text(), presence);
                    }
                    presence.environments().add(environment);
                }
            }
        }
    }

    private List<Finding> findings(List<BuildTime.Copy> copies) {
        List<Finding> findings = new ArrayList<>();
        @Nullable Finding own = null;
        for (Map.Entry<String, Map<String, Presence>> variable : variables.entrySet()) {
            for (Gap gap : gaps(variable.getKey(), variable.getValue(), copies)) {
                if (!gap.place().path().isBelow(Workspace.REPOS)) {
                    findings.add(told(gap, "`" + variable.getKey() + "` is " + gap.where()));
                    continue;
                }
                String words = "`" + variable.getKey() + "` of " + Names.all(gap.locations()) + " is " + gap.where();
                own = own == null ? told(gap, words) : own.note(words, gap.place());
            }
        }
        if (own != null) {
            findings.add(own);
        }
        return findings;
    }

    private static Finding told(Gap gap, String words) {
        return Finding.at(FindingCode.DAGSTER_VARIABLE_GAP, gap.place(), words)
                .label("not everywhere")
                .help("say it for the other environments too, or `required: false` where code can do without it");
    }

    private static Collection<Gap> gaps(String variable, Map<String, Presence> locations, List<BuildTime.Copy> copies) {
        Map<List<List<String>>, Gap> gaps = new LinkedHashMap<>();
        locations.forEach((location, presence) -> {
            List<String> lacking = new ArrayList<>();
            for (BuildTime.Copy copy : copies) {
                String environment = copy.target().environment().name().text();
                if (!presence.environments().contains(environment) && isForgotten(variable, location, copy)) {
                    lacking.add(environment);
                }
            }
            if (!lacking.isEmpty()) {
                List<String> in = List.copyOf(presence.environments());
                gaps.computeIfAbsent(
                                List.of(in, lacking),
                                first -> new Gap(in, lacking, presence.place(), new ArrayList<>()))
                        .locations()
                        .add(location);
            }
        });
        return gaps.values();
    }

    /** Whether the location is there, and nobody took the variable away or made it one that is not required. */
    private static boolean isForgotten(String variable, String location, BuildTime.Copy copy) {
        return copy.target().locations().stream()
                .filter(one -> one.name().text().equals(location))
                .map(Location::facts)
                .anyMatch(facts -> facts.mapping("env")
                        .map(env -> !env.has(variable)
                                && !(env.origin() instanceof Trace trace
                                        && trace.removed(variable).isPresent()))
                        .orElse(true));
    }
}
