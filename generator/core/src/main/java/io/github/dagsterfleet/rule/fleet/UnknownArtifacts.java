package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Set;

/** Who turns a file off means one that some template makes. */
record UnknownArtifacts(Set<String> outputs) implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        for (RepoOutline repo : fleet.repos()) {
            for (Scalar artifact : repo.artifacts()) {
                if (!outputs.contains(artifact.text())) {
                    findings.add(UnknownName.finding(
                            FindingCode.FLEET_UNKNOWN_TEMPLATE,
                            artifact,
                            "no template makes a file `" + artifact.text() + "`",
                            outputs));
                }
            }
        }
    }
}
