package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.rule.policy.Deployed;
import io.github.dagsterfleet.rule.policy.Policies;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.Optional;

/**
 * What organisations refuse and Dagster takes. These are warnings: the waivers of a fleet are not known to a file, and one
 * that is delivered with a waiver has to pass where it arrives.
 */
final class OwnPolicies implements Rule {
    @Override
    public void check(ParsedFile file, Findings findings) {
        Findings found = new Findings();
        for (Mapping location : file.locations()) {
            Policies.check(new Deployed(location, Optional.empty()), found);
        }
        file.mapping("defaults").ifPresent(defaults -> Policies.check(new Deployed(defaults, Optional.empty()), found));
        found.list().forEach(finding -> findings.add(finding.asWarning()));
    }
}
