package io.github.dagsterfleet.source;

import io.github.dagsterfleet.text.SourcePath;

/** One file's bytes as they stood when they were read. */
public final class SourceFile {
    private final SourcePath path;
    private final byte[] bytes;

    /** @param bytes not copied: nobody may write to them any more */
    public SourceFile(SourcePath path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    public SourcePath path() {
        return path;
    }

    /** Shared with everybody who asks; not to be written to. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return path + ", " + bytes.length + " bytes";
    }
}
