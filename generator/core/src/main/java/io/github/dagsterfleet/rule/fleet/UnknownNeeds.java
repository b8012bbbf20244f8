package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.syntax.Scalar;

/** What a repo needs is a location that some repo declares. */
final class UnknownNeeds implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        for (RepoOutline repo : fleet.repos()) {
            for (Scalar need : repo.needs().keySet()) {
                if (fleet.locations(need.text()).isEmpty() && !fleet.mayHideLocation(need.text())) {
                    findings.add(UnknownName.ofLocation(
                            FindingCode.FLEET_UNKNOWN_NEED,
                            need,
                            "no repo has a location `" + need.text() + "`",
                            fleet));
                }
            }
        }
    }
}
