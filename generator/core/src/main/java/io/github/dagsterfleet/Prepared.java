package io.github.dagsterfleet;

import io.github.dagsterfleet.change.DueFile;
import io.github.dagsterfleet.change.Manifest;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code generated} folder whose files are rendered and verified, and not yet compared with the disk. A few kilobytes a
 * repo, while what they were made from is a hundred times that and let go.
 *
 * @param manifest what the folder owned before; empty, with an error, when that cannot be told
 * @param kept folders below it that stay as they are, whatever is due
 * @param due every file that is due; none after an error
 */
record Prepared(
        SourcePath folder, Optional<Manifest> manifest, List<DueFile> due, Set<String> kept, List<Finding> findings) {
    static Prepared failed(SourcePath folder, List<Finding> findings) {
        return new Prepared(folder, Optional.empty(), List.of(), Set.of(), findings);
    }

    static Prepared of(SourcePath folder, Manifest manifest, List<DueFile> due, Findings findings) {
        return new Prepared(folder, Optional.of(manifest), List.copyOf(due), Set.of(), findings.list());
    }

    /** The same, with folders that stay as they are. */
    Prepared keeping(Set<String> folders) {
        return new Prepared(folder, manifest, due, Set.copyOf(folders), findings);
    }

    /** In bytes, of the files alone. */
    long size() {
        return due.stream().mapToLong(DueFile::size).sum();
    }
}
