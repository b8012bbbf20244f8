package io.github.dagsterfleet.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** For whom a verb prints. */
enum Format {
    /** A person. */
    TEXT,
    /** Programs of any kind: one document that holds everything. */
    JSON,
    /** Services that show what analyzers find: one document in the format of OASIS. */
    SARIF,
    /** A job of GitHub Actions: annotations, and the summary of its step. */
    GITHUB,
    /** A merge request of GitLab: a Code Quality report. */
    GITLAB,
    /** A document that shows Mermaid charts. */
    MERMAID,
    /** A comment on a pull request. */
    MARKDOWN;

    /** What every verb prints. */
    static final List<Format> OF_EVERY_VERB = List.of(TEXT, JSON);

    /** What a verb prints that looks for findings. */
    static final List<Format> OF_FINDINGS = List.of(TEXT, JSON, SARIF, GITHUB, GITLAB);

    /** What a verb prints that answers with a graph. */
    static final List<Format> OF_GRAPHS = List.of(TEXT, JSON, MERMAID);

    /** What a verb prints whose answer people discuss. */
    static final List<Format> OF_COMMENTS = List.of(TEXT, JSON, MARKDOWN);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Format> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }
}
