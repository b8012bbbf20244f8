package io.github.dagsterfleet;

import io.github.dagsterfleet.change.DiskStore;
import io.github.dagsterfleet.change.GeneratedFolders;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.rule.file.AppliedFix;
import io.github.dagsterfleet.rule.file.DagsterFile;
import io.github.dagsterfleet.rule.file.FixOutcome;
import io.github.dagsterfleet.rule.file.Fixer;
import io.github.dagsterfleet.rule.file.Validator;
import io.github.dagsterfleet.source.DiskErrors;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.source.WorkTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code validate --fix}: each file is mended as far as only one thing can have been meant, and written. */
final class Mending implements FileWork {
    private final Validator validator;
    private final List<AppliedFix> fixed = new ArrayList<>();

    Mending(Validator validator) {
        this.validator = validator;
    }

    @Override
    public List<AppliedFix> fixed() {
        return fixed;
    }

    @Override
    public Optional<SourceFile> on(WorkTree tree, SourceFile file, DagsterFile kind, boolean named, Findings findings) {
        if (GeneratedFolders.hold(tree, file.path())) {
            return standing(file, leave(file, kind, named, findings));
        }
        FixOutcome outcome = new Fixer(validator).fix(file, kind, named);
        if (outcome.file().isPresent() && !write(tree, outcome.file().get(), findings)) {
            return standing(file, validator.validate(file, kind, named, findings));
        }
        findings.addAll(outcome.left());
        fixed.addAll(outcome.fixed());
        return standing(outcome.file().orElse(file), outcome.looked());
    }

    private static Optional<SourceFile> standing(SourceFile file, boolean looked) {
        return looked ? Optional.of(file) : Optional.empty();
    }

    /** What the next {@code generate} makes again is mended in the sources. */
    private boolean leave(SourceFile file, DagsterFile kind, boolean named, Findings findings) {
        Findings found = new Findings();
        boolean looked = validator.validate(file, kind, named, found);
        findings.addAll(
                FixOutcome.unfixed(found.list(), "this file is generated, and what it is made from is to be mended"));
        return looked;
    }

    private static boolean write(WorkTree tree, SourceFile file, Findings findings) {
        try {
            new DiskStore(tree.folder()).rewrite(file.path(), file.bytes());
            return true;
        } catch (IOException e) {
            findings.add(Finding.in(
                            FindingCode.CHANGE_WRITE_FAILED,
                            file.path(),
                            "the disk refused to write: " + DiskErrors.words(e))
                    .help("mend that and run it again: the file is as it was"));
            return false;
        }
    }
}
