package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;

/** An alert policy reports events of one kind. */
final class AlertEvents implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        AlertFindings told = new AlertFindings();
        for (AlertPolicy policy : AlertPolicy.all(fleet)) {
            List<Scalar> events = policy.events();
            for (Scalar event : events) {
                AlertKind first = AlertKind.of(events.get(0).text());
                if (AlertKind.of(event.text()) != first) {
                    told.add(finding(policy, events.get(0), event), policy);
                    break;
                }
            }
        }
        told.tell(findings);
    }

    private static Finding finding(AlertPolicy policy, Scalar first, Scalar other) {
        AlertKind kind = AlertKind.of(first.text());
        AlertKind otherKind = AlertKind.of(other.text());
        return Finding.at(
                        FindingCode.FLEET_ALERT_EVENTS,
                        other.origin(),
                        policy.words() + " reports events of " + kind.words() + " and of " + otherKind.words())
                .label("another kind")
                .note("its first event is one of " + kind.words(), first.origin())
                .help("make another policy for the events of " + otherKind.words());
    }
}
