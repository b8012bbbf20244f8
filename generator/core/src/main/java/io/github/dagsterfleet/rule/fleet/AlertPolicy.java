package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One item of {@code alert_policies} in an environment's file. What its shape refused has been told and is left out. */
record AlertPolicy(Environment environment, Mapping facts) {
    /** Every policy of every environment, in promotion order. */
    static List<AlertPolicy> all(FleetFacts fleet) {
        List<AlertPolicy> policies = new ArrayList<>();
        for (Environment environment : fleet.environments()) {
            for (Mapping facts : environment.document().mappings("alert_policies")) {
                policies.add(new AlertPolicy(environment, facts));
            }
        }
        return policies;
    }

    /** {@code alert policy `x`}, for messages. */
    String words() {
        return "alert policy `" + facts.text("name").orElse("") + "`";
    }

    List<Scalar> events() {
        return facts.scalars("event_types");
    }

    boolean reports(String event) {
        return events().stream().anyMatch(reported -> reported.text().equals(event));
    }

    /** What it is about; empty when it reports nothing, or several things. */
    Optional<AlertKind> kind() {
        List<AlertKind> kinds = events().stream()
                .map(event -> AlertKind.of(event.text()))
                .distinct()
                .toList();
        return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
    }

    /** Each target by its only key. */
    List<Mapping.Entry> targets() {
        List<Mapping.Entry> targets = new ArrayList<>();
        facts.mappings("alert_targets").forEach(target -> targets.addAll(target.entries()));
        return targets;
    }

    List<Mapping.Entry> options() {
        return List.copyOf(facts.mapping("policy_options").map(Mapping::entries).orElse(List.of()));
    }
}
