package io.github.dagsterfleet.release;

import io.github.dagsterfleet.source.git.CommitId;
import java.util.Optional;

/**
 * What an environment rendered from before.
 *
 * @param overlays the digest of the overlay as it was in the end, before the next release came
 * @param image {@code TAG@sha256:DIGEST}, where somebody told it
 */
public record FormerRelease(CommitId release, String overlays, Optional<String> image) {}
