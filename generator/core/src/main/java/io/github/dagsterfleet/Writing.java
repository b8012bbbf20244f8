package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangePlan;
import io.github.dagsterfleet.change.PlanWriter;
import io.github.dagsterfleet.finding.Findings;

/** {@code generate}: plans are carried out. */
record Writing(PlanWriter writer) implements PlanAction {
    @Override
    public void act(ChangePlan plan, Findings findings) {
        writer.write(plan, findings);
    }

    @Override
    public boolean changesDisk() {
        return true;
    }
}
