package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;

/** A policy on what any text of a location says. Asked for every text of every location, so it has to be quick. */
interface TextPolicy {
    /** @param location whose text it is */
    void check(Scalar text, Deployed location, Findings findings);
}
