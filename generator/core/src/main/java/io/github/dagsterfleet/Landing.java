package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangeKind;
import io.github.dagsterfleet.change.ChangePlan;
import io.github.dagsterfleet.change.DueFile;
import io.github.dagsterfleet.change.Manifest;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Brings files to the disk, or says how the disk differs from them: one {@code generated} folder at a time, all of
 * it or nothing.
 *
 * @param discard whether edited files are taken for ours
 */
record Landing(Parts parts, boolean discard, PlanAction action) {
    Optional<Manifest> manifest(SourcePath folder, Findings findings) {
        return parts.manifest(folder, findings);
    }

    /**
     * @param inScope which paths below the folder to speak of
     * @param findings what was found so far; after an error nothing is done
     */
    Produced land(
            SourcePath folder,
            List<DueFile> dueFiles,
            Manifest manifest,
            Predicate<String> inScope,
            Findings findings) {
        if (findings.hasErrors()) {
            return new Produced(findings.list(), List.of(), 0);
        }
        ChangePlan plan = parts.planner(discard).plan(folder, dueFiles, manifest, inScope, findings);
        findings.addAll(plan.conflicts());
        boolean refused = findings.hasErrors();
        if (!refused) {
            action.act(plan, findings);
        }
        boolean undone = refused || (action.changesDisk() && findings.hasErrors());
        List<RunReport.Change> changes = plan.changes().stream()
                .filter(change -> undone ? change.kind().isConflict() : change.kind() != ChangeKind.UNCHANGED)
                .map(change -> RunReport.Change.of(change, action.diff(change)))
                .toList();
        long unchanged = plan.changes().stream()
                .filter(change -> change.kind() == ChangeKind.UNCHANGED)
                .count();
        return new Produced(findings.list(), changes, unchanged);
    }
}
