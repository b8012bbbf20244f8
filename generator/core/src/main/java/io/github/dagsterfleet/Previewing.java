package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangePlan;
import io.github.dagsterfleet.change.FileChange;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.function.Predicate;

/**
 * {@code promote}, before it writes: what would change is shown, and is no drift.
 *
 * @param shown the files whose difference somebody will look at
 */
record Previewing(Predicate<SourcePath> shown) implements PlanAction {
    @Override
    public void act(ChangePlan plan, Findings findings) {}

    @Override
    public boolean changesDisk() {
        return false;
    }

    @Override
    public List<String> diff(FileChange change, Redaction redaction) {
        return shown.test(change.path()) ? new Checking().diff(change, redaction) : List.of();
    }
}
