package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Findings;

/** One thing that a location may not say although Dagster takes it. Holds no state. */
interface Policy {
    void check(Deployed location, Findings findings);
}
