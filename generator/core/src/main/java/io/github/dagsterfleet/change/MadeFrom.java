package io.github.dagsterfleet.change;

import io.github.dagsterfleet.source.git.CommitId;

/**
 * What the files of an environment that renders from releases were made from.
 *
 * @param tool the version of dagster-fleet that last made them, or would have made the very same
 */
public record MadeFrom(CommitId release, String tool) {}
