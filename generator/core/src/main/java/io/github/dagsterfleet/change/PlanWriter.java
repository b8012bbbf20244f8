package io.github.dagsterfleet.change;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.source.DiskErrors;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Carries plans out: the only code that writes into a workspace. Safe for use by several threads. */
public final class PlanWriter {
    private final FileStore store;
    private final Journal journal;

    public PlanWriter(FileStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /**
     * Makes the changes of a plan without conflicts; equal bytes are left alone, the manifest comes last. A disk that
     * refuses, or a folder that leads out of the workspace, is a finding, and what is not yet written stays as it was.
     *
     * @return whether the whole plan was carried out
     */
    public boolean write(ChangePlan plan, Findings findings) {
        if (plan.hasConflicts()) {
            throw new IllegalArgumentException("conflicts are for people: " + plan.folder());
        }
        if (!plan.hasWork()) {
            journal.settle(plan.folder());
            return true;
        }
        for (FileChange change : plan.changes()) {
            if (!store.isInside(change.path())) {
                findings.add(Finding.in(
                                FindingCode.SOURCE_OUTSIDE_WORKSPACE,
                                change.path(),
                                "a link leads this path out of the workspace, so nothing is written there")
                        .help("replace the link in " + change.path().parent() + " by a folder"));
                return false;
            }
        }
        SourcePath at = plan.folder();
        try {
            journal.intend(plan);
            for (FileChange change : plan.changes()) {
                at = change.path();
                carryOut(change);
            }
            if (plan.manifestChanges()) {
                at = plan.folder().resolve(Manifest.FILE_NAME);
                writeManifest(plan, at);
            }
            journal.settle(plan.folder());
            return true;
        } catch (IOException e) {
            findings.add(Finding.in(
                            FindingCode.CHANGE_WRITE_FAILED, at, "the disk refused to write: " + DiskErrors.words(e))
                    .help("mend that and generate again: nothing is lost, and what was written stays known as ours"));
            return false;
        }
    }

    private void carryOut(FileChange change) throws IOException {
        switch (change.kind()) {
            case CREATE, UPDATE -> store.write(change.path(), change.due());
            case ORPHAN -> store.delete(change.path());
            case UNCHANGED -> {}
            case HAND_EDITED, UNMANAGED -> throw new IllegalStateException("a conflict: " + change.path());
        }
    }

    private void writeManifest(ChangePlan plan, SourcePath path) throws IOException {
        if (plan.after().files().isEmpty()) {
            store.delete(path);
        } else {
            store.write(path, plan.after().text().getBytes(StandardCharsets.UTF_8));
        }
    }
}
