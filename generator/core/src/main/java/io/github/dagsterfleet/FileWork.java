package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.rule.file.DagsterFile;
import io.github.dagsterfleet.rule.file.Fixed;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.source.WorkTree;
import java.util.List;

/** What {@code validate} does with each file that it comes upon. */
interface FileWork {
    /** Whether the file was looked at; {@code named} as for {@link io.github.dagsterfleet.rule.file.Validator}. */
    boolean on(WorkTree tree, SourceFile file, DagsterFile kind, boolean named, Findings findings);

    /** What was mended so far. */
    default List<Fixed> fixed() {
        return List.of();
    }
}
