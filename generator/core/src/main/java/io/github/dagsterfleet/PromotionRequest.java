package io.github.dagsterfleet;

import java.util.List;
import java.util.Optional;

/**
 * What is to be promoted.
 *
 * @param repos names of repos, of which none but all or none move
 * @param ring a ring of base.yaml whose repos are meant
 * @param group a group of base.yaml whose members are meant
 * @param planOnly whether nothing is to be written
 * @param hotfix why a stage is skipped; empty where none is
 */
public record PromotionRequest(
        List<String> repos,
        Optional<String> ring,
        Optional<String> group,
        String environment,
        boolean planOnly,
        Optional<String> hotfix) {
    public PromotionRequest {
        repos = List.copyOf(repos);
    }
}
