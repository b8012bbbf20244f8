package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;
import java.util.Map;

/** Some options, and the service that finds an asset's owners, go with some events alone. */
final class AlertOptions implements FleetRule {
    private static final String OWNERS = "email_owners";

    private static final Map<String, List<String>> EVENTS = Map.of(
            "consecutive_failure_threshold", List.of("TICK_FAILURE"),
            "renotify_interval_minutes", List.of("TICK_FAILURE", "AGENT_UNAVAILABLE", "CODE_LOCATION_ERROR"),
            "table_schema_change_types", List.of("ASSET_TABLE_SCHEMA_CHANGE"));

    @Override
    public void check(FleetFacts fleet, Findings findings) {
        AlertFindings told = new AlertFindings();
        for (AlertPolicy policy : AlertPolicy.all(fleet)) {
            for (Mapping.Entry option : policy.options()) {
                List<String> events = EVENTS.getOrDefault(option.name(), List.of());
                if (!events.isEmpty()
                        && !policy.events().isEmpty()
                        && events.stream().noneMatch(policy::reports)) {
                    told.add(finding(policy, option.key(), "only goes with " + Names.choice(events)), policy);
                }
            }
            policy.facts()
                    .mapping("notification_service")
                    .flatMap(service -> service.entry(OWNERS))
                    .filter(owners ->
                            policy.kind().filter(kind -> !kind.isOfAssets()).isPresent())
                    .ifPresent(owners -> told.add(
                            finding(policy, owners.key(), "only goes with events of assets, which have owners"),
                            policy));
        }
        told.tell(findings);
    }

    private static Finding finding(AlertPolicy policy, Scalar option, String words) {
        return Finding.at(
                        FindingCode.FLEET_ALERT_OPTION,
                        option.origin(),
                        policy.words() + " says `" + option.text() + "`, which " + words)
                .label("not for these events")
                .note("the events are these", policy.events().get(0).origin())
                .help(
                        option.text().equals(OWNERS)
                                ? "write `email: {email_addresses: [...]}` with who is to know"
                                : "remove `" + option.text() + "`");
    }
}
