package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A location that an alert policy watches exists in the policy's deployment; else nobody is ever told. */
final class AlertLocations implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        Map<String, List<Watched>> absent = new LinkedHashMap<>();
        for (AlertPolicy policy : AlertPolicy.all(fleet)) {
            for (Mapping.Entry target : policy.targets()) {
                collect(target.value(), policy.environment(), fleet, absent);
            }
        }
        absent.values().forEach(places -> findings.add(finding(places, fleet)));
    }

    private record Watched(Scalar name, Environment environment) {}

    /** Wherever in a target it stands, in {@code location_name} or among {@code location_names}. */
    private static void collect(
            Node node, Environment environment, FleetFacts fleet, Map<String, List<Watched>> absent) {
        if (node instanceof Sequence list) {
            list.items().forEach(item -> collect(item, environment, fleet, absent));
        } else if (node instanceof Mapping mapping) {
            mapping.forEach(entry -> {
                switch (entry.name()) {
                    case "location_name" -> name(entry.value(), environment, fleet, absent);
                    case "location_names" ->
                        mapping.sequence(entry.name()).ifPresent(names -> names.items()
                                .forEach(name -> name(name, environment, fleet, absent)));
                    default -> collect(entry.value(), environment, fleet, absent);
                }
            });
        }
    }

    private static void name(Node node, Environment environment, FleetFacts fleet, Map<String, List<Watched>> absent) {
        if (node instanceof Scalar name
                && fleet.lacksLocation(name.text(), environment.deployment().text())) {
            absent.computeIfAbsent(name.text(), first -> new ArrayList<>(1)).add(new Watched(name, environment));
        }
    }

    private static Finding finding(List<Watched> places, FleetFacts fleet) {
        Watched first = places.get(0);
        String name = first.name().text();
        List<String> environments = places.stream()
                .map(place -> place.environment().name().text())
                .distinct()
                .toList();
        String message = "alert policies of " + Names.all(environments) + " watch a location `" + name
                + "`, which does not exist there";
        List<Declared> elsewhere = fleet.locations(name);
        Finding finding = elsewhere.isEmpty()
                ? UnknownName.ofLocation(FindingCode.FLEET_ALERT_LOCATION, first.name(), message, fleet)
                : Finding.at(FindingCode.FLEET_ALERT_LOCATION, first.name().origin(), message)
                        .label("absent")
                        .help("take it out of the targets");
        for (Watched place : places.subList(1, places.size())) {
            finding = finding.note(
                    "`" + place.environment().name().text() + "` watches it here",
                    place.name().origin());
        }
        for (Declared declared : elsewhere) {
            finding = finding.note(
                    "it exists in " + Names.all(declared.environments()) + " only",
                    declared.name().origin());
        }
        return finding;
    }
}
