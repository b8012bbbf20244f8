package io.github.dagsterfleet.source;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Optional;

/** Files by name. Implementations may be asked by several threads at once. */
public interface SourceSet {
    /**
     * The file's bytes; empty when there is no such file, and also, with a finding, when it cannot be read or its real
     * path lies outside of the set.
     */
    Optional<SourceFile> read(SourcePath path, Findings findings);

    /**
     * The files and folders directly in the folder, sorted; empty when there is no such folder, and also, with a finding,
     * when it cannot be read or its real path lies outside of the set.
     */
    List<Entry> list(SourcePath folder, Findings findings);

    /**
     * All files below the folder, sorted by path; links to folders are not followed. A folder that cannot be read is a
     * finding and holds nothing.
     */
    List<SourcePath> walk(SourcePath folder, Findings findings);

    /** Whether there is a file of this name, or a link to one; whether it can be read is not asked. */
    boolean isFile(SourcePath path);

    /**
     * The folders directly in this one whose names no path can have, because of a backslash or a control character:
     * nothing else here tells of them. Sorted by name.
     */
    List<String> unnameable(SourcePath folder);

    /** A name in a folder. */
    record Entry(SourcePath path, boolean isFolder) {}
}
