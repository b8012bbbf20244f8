package io.github.dagsterfleet.change;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;

/**
 * What is to happen to one {@code generated} folder: the atomic unit, so that with a conflict nothing of it is written.
 *
 * @param folder the {@code generated} folder
 * @param changes sorted by path; the manifest is not among them
 * @param conflicts one error for each file that a person has to decide about
 * @param before what we own there so far
 * @param after what we own once the changes are made
 * @param manifestChanges whether the manifest has other bytes afterwards
 */
public record ChangePlan(
        SourcePath folder,
        List<FileChange> changes,
        List<Finding> conflicts,
        Manifest before,
        Manifest after,
        boolean manifestChanges) {
    public ChangePlan {
        changes = List.copyOf(changes);
        conflicts = List.copyOf(conflicts);
    }

    public boolean hasConflicts() {
        return !conflicts.isEmpty();
    }

    /** The digest of what a change writes, as the manifest records it afterwards. */
    String digest(FileChange change) {
        return after.digest(change.path().relativeTo(folder));
    }

    /** Whether acting on the plan would change the disk. */
    public boolean hasWork() {
        return manifestChanges
                || changes.stream().anyMatch(change -> change.kind().isWork());
    }
}
