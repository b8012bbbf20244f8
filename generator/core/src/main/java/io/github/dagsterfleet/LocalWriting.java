package io.github.dagsterfleet;

import io.github.dagsterfleet.change.DiskStore;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.source.Asked;
import io.github.dagsterfleet.source.DiskErrors;
import io.github.dagsterfleet.source.GitIgnored;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Writes a file of variables for a laptop: only where git leaves it alone, and never over another. */
final class LocalWriting {
    private LocalWriting() {}

    /** Why it was not written. */
    static Optional<Finding> refusal(Path here, String name, String text) {
        Path file;
        try {
            file = here.resolve(name).toAbsolutePath().normalize();
        } catch (InvalidPathException noName) {
            return Optional.of(
                    refused("`" + name + "` cannot be the name of a file").help("name another"));
        }
        Path folder = file.getParent();
        String last = String.valueOf(file.getFileName());
        if (folder == null || !SourcePath.isValid(last)) {
            return Optional.of(
                    refused("`" + name + "` cannot be the name of a file").help("name another"));
        }
        if (Asked.at(here, name).isPresent()) {
            return Optional.of(refused("`" + name + "` is there already, perhaps with secrets filled in")
                    .help("name another file, or leave `--to` out and compare"));
        }
        if (!GitIgnored.ignores(file)) {
            return Optional.of(refused("git does not ignore `" + name + "`, so it would be committed one day")
                    .help("add `" + last + "` to the .gitignore there, or leave `--to` out"));
        }
        try {
            new DiskStore(folder).write(new SourcePath(last), text.getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Finding.of(
                            FindingCode.CHANGE_WRITE_FAILED, "`" + name + "` cannot be written: " + DiskErrors.words(e))
                    .help("name another file, or leave `--to` out"));
        }
    }

    private static Finding refused(String message) {
        return Finding.of(FindingCode.ENV_FILE, message);
    }
}
