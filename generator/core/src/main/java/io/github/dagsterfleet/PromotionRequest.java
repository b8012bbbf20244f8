package io.github.dagsterfleet;

import java.util.Optional;

/**
 * What is to be promoted.
 *
 * @param which all of them move, or none
 * @param planOnly whether nothing is to be written
 * @param hotfix why a stage is skipped; empty where none is
 * @param sameRelease whether no release is to move, but this version of dagster-fleet to make the files of those there are
 */
public record PromotionRequest(ReleasedRepos which, boolean planOnly, Optional<String> hotfix, boolean sameRelease) {
    /** To the next release. */
    public PromotionRequest(ReleasedRepos which, boolean planOnly, Optional<String> hotfix) {
        this(which, planOnly, hotfix, false);
    }
}
