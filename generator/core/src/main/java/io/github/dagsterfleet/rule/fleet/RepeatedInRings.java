package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Ring;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.HashMap;
import java.util.Map;

/** A repo takes a change in one ring. */
final class RepeatedInRings implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        Map<String, Scalar> first = new HashMap<>();
        for (Ring ring : Ring.of(fleet.fleet())) {
            for (Scalar repo : ring.repos()) {
                Scalar before = first.putIfAbsent(repo.text(), repo);
                if (before != null) {
                    findings.add(Finding.at(
                                    FindingCode.FLEET_RING_AGAIN,
                                    repo.origin(),
                                    "`" + repo.text() + "` is in two rings")
                            .label("again")
                            .note("the ring that it is in first", before.origin())
                            .help("leave it in one of them"));
                }
            }
        }
    }
}
