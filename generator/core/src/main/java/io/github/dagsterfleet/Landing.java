package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangeKind;
import io.github.dagsterfleet.change.ChangePlan;
import io.github.dagsterfleet.change.DueFile;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.secret.Redaction;
import java.util.List;
import java.util.function.Predicate;

/**
 * Brings files to the disk, or says how the disk differs from them: one {@code generated} folder at a time, all of
 * it or nothing.
 *
 * @param discard whether edited files are taken for ours
 */
record Landing(Parts parts, boolean discard, PlanAction action) {
    /** @param inScope which paths below the folder to speak of */
    Produced land(Prepared prepared, Predicate<String> inScope) {
        Findings findings = new Findings();
        findings.addAll(prepared.findings());
        if (!action.looksAtDisk() || prepared.manifest().isEmpty() || findings.hasErrors()) {
            return new Produced(findings.list(), List.of(), 0);
        }
        List<DueFile> due = prepared.due().stream()
                .filter(file -> action.speaksOf(file.path()))
                .toList();
        Predicate<String> spokenOf =
                path -> inScope.test(path) && action.speaksOf(prepared.folder().resolve(path));
        ChangePlan plan = parts.planner(discard)
                .plan(
                        prepared.folder(),
                        due,
                        prepared.madeBy(parts.toolVersion()),
                        prepared.manifest().get(),
                        spokenOf,
                        findings);
        findings.addAll(plan.conflicts());
        boolean refused = findings.hasErrors();
        if (!refused) {
            action.act(plan, findings);
        }
        boolean undone = refused || (action.changesDisk() && findings.hasErrors());
        Redaction redaction = parts.secrets().redaction();
        List<RunReport.Change> changes = plan.changes().stream()
                .filter(change -> undone ? change.kind().isConflict() : change.kind() != ChangeKind.UNCHANGED)
                .map(change -> RunReport.Change.of(change, action.diff(change, redaction)))
                .toList();
        long unchanged = plan.changes().stream()
                .filter(change -> change.kind() == ChangeKind.UNCHANGED)
                .count();
        return new Produced(findings.list(), changes, unchanged);
    }
}
