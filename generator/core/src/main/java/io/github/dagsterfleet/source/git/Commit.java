package io.github.dagsterfleet.source.git;

import java.time.LocalDate;

/**
 * What people know a commit by.
 *
 * @param date the author's day, in his own time zone
 * @param subject the first line of its message
 */
public record Commit(CommitId id, LocalDate date, String subject) {}
