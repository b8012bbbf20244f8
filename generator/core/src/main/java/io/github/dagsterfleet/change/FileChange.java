package io.github.dagsterfleet.change;

import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One path of a plan.
 *
 * @param before what stands there; empty when nothing does, and for a file where a folder is due
 * @param after what is due there; empty for what nothing produces any more, and where a folder is due
 */
public record FileChange(SourcePath path, ChangeKind kind, Optional<SourceFile> before, Optional<SourceFile> after) {
    /** The same to be shown: its texts are without secrets, character for character. Not to be written. */
    public FileChange redacted(Redaction redaction) {
        return new FileChange(
                path,
                kind,
                before.map(file -> redacted(file, redaction)),
                after.map(file -> redacted(file, redaction)));
    }

    private static SourceFile redacted(SourceFile file, Redaction redaction) {
        SourceText text = new SourceText(file.path(), new String(file.bytes(), StandardCharsets.UTF_8));
        SourceText shown = redaction.of(text);
        return shown == text
                ? file
                : new SourceFile(file.path(), shown.content().getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes to write, of a change that writes. */
    byte[] due() {
        return after.orElseThrow(() -> new IllegalStateException("nothing is due at " + path))
                .bytes();
    }
}
