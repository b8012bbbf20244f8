package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangePlan;
import io.github.dagsterfleet.change.FileChange;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;

/** What a verb does with a plan: this is all in which {@code generate}, {@code check} and {@code validate} differ. */
interface PlanAction {
    /** Whether there is to be a plan at all: without one, files are only made. */
    default boolean looksAtDisk() {
        return true;
    }

    /** Is shown each folder while that is there from which it was rendered. Asked by several threads. */
    default void rendered(RenderedFolder folder) {}

    /** Whether a file is spoken of; others stay as they are. */
    default boolean speaksOf(SourcePath file) {
        return true;
    }

    /** Acts on a plan without conflicts; what could not be done, or should not be necessary, is a finding. */
    void act(ChangePlan plan, Findings findings);

    /** Whether the change has happened after {@link #act}. */
    default boolean changesDisk() {
        return false;
    }

    /** What to show of one change, without secrets. */
    default List<String> diff(FileChange change, Redaction redaction) {
        return List.of();
    }
}
