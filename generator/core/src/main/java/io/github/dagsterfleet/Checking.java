package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangeKind;
import io.github.dagsterfleet.change.ChangePlan;
import io.github.dagsterfleet.change.FileChange;
import io.github.dagsterfleet.change.Manifest;
import io.github.dagsterfleet.change.TextDiff;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;

/** {@code check}: nothing is written, and whatever would be is drift. */
record Checking() implements PlanAction {
    /** A screen of one file's difference, be it to be written or in the way; whoever wants all of it generates and asks git. */
    private static final int DIFF_LINES = 20;

    @Override
    public void act(ChangePlan plan, Findings findings) {
        boolean filesDrift = false;
        for (FileChange change : plan.changes()) {
            if (change.kind().isWork()) {
                findings.add(drift(change.path(), words(change.kind())));
                filesDrift = true;
            }
        }
        if (plan.manifestChanges() && !filesDrift) {
            findings.add(drift(
                    plan.folder().resolve(Manifest.FILE_NAME),
                    plan.before().files().isEmpty()
                            ? "the manifest is missing"
                            : "the manifest does not say what this version would write"));
        }
    }

    private static String words(ChangeKind kind) {
        return switch (kind) {
            case CREATE -> "this generated file is missing";
            case ORPHAN -> "nothing generates this file any more";
            default -> "this generated file is not what the sources say";
        };
    }

    private static Finding drift(SourcePath path, String message) {
        return Finding.in(FindingCode.CHANGE_DRIFT, path, message)
                .help("run `dagster-fleet generate` (or `mvn generate-resources`) and commit what it writes");
    }

    @Override
    public List<String> diff(FileChange change, Redaction redaction) {
        boolean nothingDue = change.kind().isConflict() && change.after().isEmpty();
        return nothingDue ? List.of() : TextDiff.of(change.redacted(redaction), DIFF_LINES);
    }
}
