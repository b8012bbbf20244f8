package io.github.dagsterfleet;

import java.util.Optional;

/**
 * What is to be promoted.
 *
 * @param which all of them move, or none
 * @param planOnly whether nothing is to be written
 * @param hotfix why a stage is skipped; empty where none is
 */
public record PromotionRequest(ReleasedRepos which, boolean planOnly, Optional<String> hotfix) {}
