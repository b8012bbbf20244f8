package io.github.dagsterfleet.change;

import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Optional;

/**
 * One path of a plan.
 *
 * @param before what stands there; empty when nothing does, and for a file where a folder is due
 * @param after what is due there; empty for what nothing produces any more, and where a folder is due
 */
public record FileChange(SourcePath path, ChangeKind kind, Optional<SourceFile> before, Optional<SourceFile> after) {
    /** The bytes to write, of a change that writes. */
    byte[] due() {
        return after.orElseThrow(() -> new IllegalStateException("nothing is due at " + path))
                .bytes();
    }
}
