package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.rule.file.AppliedFix;
import io.github.dagsterfleet.rule.file.DagsterFile;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.source.WorkTree;
import java.util.List;
import java.util.Optional;

/** What {@code validate} does with each file that it comes upon. */
interface FileWork {
    /**
     * The file as it stands now; empty when it was not looked at.
     *
     * @param named as for {@link io.github.dagsterfleet.rule.file.Validator}
     */
    Optional<SourceFile> on(WorkTree tree, SourceFile file, DagsterFile kind, boolean named, Findings findings);

    /** What was mended so far. */
    default List<AppliedFix> fixed() {
        return List.of();
    }
}
