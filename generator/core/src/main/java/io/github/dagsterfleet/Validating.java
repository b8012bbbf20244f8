package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangePlan;
import io.github.dagsterfleet.finding.Findings;

/** {@code validate}: what the sources say is looked at, and what lies on the disk is not. */
record Validating() implements PlanAction {
    @Override
    public boolean looksAtDisk() {
        return false;
    }

    @Override
    public void act(ChangePlan plan, Findings findings) {
        throw new IllegalStateException("nothing is planned");
    }
}
