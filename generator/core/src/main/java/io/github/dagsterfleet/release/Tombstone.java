package io.github.dagsterfleet.release;

import io.github.dagsterfleet.source.git.CommitId;
import java.util.Optional;

/**
 * That a repo was taken out of an environment.
 *
 * @param release what it rendered from
 * @param reason empty where nobody said why
 */
public record Tombstone(CommitId release, Optional<String> reason) {}
