package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangePlan;
import io.github.dagsterfleet.change.FileChange;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.secret.Redaction;
import java.util.List;

/**
 * {@code promote}, before it writes: what would change is compared, and is no drift.
 *
 * @param comparing is shown what somebody will look at
 */
record Previewing(Comparing comparing) implements PlanAction {
    @Override
    public void rendered(RenderedFolder folder) {
        comparing.rendered(folder);
    }

    @Override
    public void act(ChangePlan plan, Findings findings) {}

    @Override
    public boolean changesDisk() {
        return false;
    }

    @Override
    public List<String> diff(FileChange change, Redaction redaction) {
        return List.of();
    }
}
