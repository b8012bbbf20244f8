package io.github.dagsterfleet.source;

import io.github.dagsterfleet.text.SourcePath;
import java.util.Optional;

/** One file's bytes as they stood when they were read. */
public final class SourceFile {
    private final SourcePath path;
    private final byte[] bytes;
    private final Optional<String> revision;

    /** @param bytes not copied: nobody may write to them any more */
    public SourceFile(SourcePath path, byte[] bytes) {
        this(path, bytes, Optional.empty());
    }

    /** @param revision the commit that the bytes are of, shortened; empty for those of the folder itself */
    public SourceFile(SourcePath path, byte[] bytes, Optional<String> revision) {
        this.path = path;
        this.bytes = bytes;
        this.revision = revision;
    }

    public SourcePath path() {
        return path;
    }

    /** Shared with everybody who asks; not to be written to. */
    public byte[] bytes() {
        return bytes;
    }

    /** The commit that the bytes are of, shortened; empty for those of the folder itself. */
    public Optional<String> revision() {
        return revision;
    }

    @Override
    public String toString() {
        return path + ", " + bytes.length + " bytes";
    }
}
