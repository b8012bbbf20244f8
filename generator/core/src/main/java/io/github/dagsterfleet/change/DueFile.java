package io.github.dagsterfleet.change;

import io.github.dagsterfleet.render.Artifact;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.text.SourcePath;
import java.nio.charset.StandardCharsets;

/** A file that is due: its bytes, and their digest, which is dear enough to be made once. */
public final class DueFile {
    private final SourceFile file;
    private final String digest;

    private DueFile(SourceFile file) {
        this.file = file;
        this.digest = Digest.of(file.bytes());
    }

    /** What is due for an artifact. */
    public static DueFile of(Artifact artifact) {
        return new DueFile(new SourceFile(artifact.path(), artifact.text().getBytes(StandardCharsets.UTF_8)));
    }

    public SourcePath path() {
        return file.path();
    }

    /** In bytes. */
    public int size() {
        return file.bytes().length;
    }

    SourceFile file() {
        return file;
    }

    byte[] bytes() {
        return file.bytes();
    }

    String digest() {
        return digest;
    }
}
