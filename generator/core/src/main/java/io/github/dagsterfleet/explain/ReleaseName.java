package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.VisibleText;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A release as people know it.
 *
 * @param date the author's day; empty, as is the subject, where the commit is not here
 * @param subject the first line of the commit's message
 */
public record ReleaseName(CommitId commit, Optional<LocalDate> date, Optional<String> subject) {
    /** {@code release 4f2a1c9e0 (2026-11-20, Raise memory)}. */
    String words() {
        String known = date.map(day -> " (" + day + ", " + VisibleText.of(subject.orElse("")) + ")")
                .orElse("");
        return "release " + commit.shown() + known;
    }

    ReleaseName redacted(Redaction redaction) {
        return new ReleaseName(commit, date, subject.map(redaction::of));
    }
}
