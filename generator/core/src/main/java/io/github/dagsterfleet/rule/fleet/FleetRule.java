package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Findings;

/** One thing that must hold of the fleet as a whole. Holds no state. */
interface FleetRule {
    void check(FleetFacts fleet, Findings findings);
}
