package io.github.dagsterfleet.change;

import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;

/** Where plans are carried out: a folder on disk, or in tests one that fails. Safe for use by several threads. */
public interface FileStore {
    /**
     * Puts the whole content in place at once: whoever reads sees the old bytes or the new ones.
     *
     * @throws IOException when the disk refuses; what stood there still stands
     */
    void write(SourcePath path, byte[] content) throws IOException;

    /**
     * Deletes the file and then the folders above it that became empty.
     *
     * @throws IOException when the disk refuses
     */
    void delete(SourcePath path) throws IOException;

    /** Whether the path, links followed, lies inside of the workspace. */
    boolean isInside(SourcePath path);
}
