package io.github.dagsterfleet;

import io.github.dagsterfleet.change.DueFile;
import io.github.dagsterfleet.change.Manifest;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Optional;

/**
 * A {@code generated} folder whose files are rendered and verified, and not yet compared with the disk. A few kilobytes a
 * repo, while what they were made from is a hundred times that and let go.
 *
 * @param manifest what the folder owned before; empty, with an error, when that cannot be told
 * @param due every file that is due; none after an error
 */
record Prepared(SourcePath folder, Optional<Manifest> manifest, List<DueFile> due, List<Finding> findings) {
    static Prepared failed(SourcePath folder, List<Finding> findings) {
        return new Prepared(folder, Optional.empty(), List.of(), findings);
    }

    static Prepared of(SourcePath folder, Manifest manifest, List<DueFile> due, Findings findings) {
        return new Prepared(folder, Optional.of(manifest), List.copyOf(due), findings.list());
    }

    /** In bytes, of the files alone. */
    long size() {
        return due.stream().mapToLong(DueFile::size).sum();
    }
}
