package io.github.dagsterfleet;

import io.github.dagsterfleet.text.ShellWord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is to be promoted.
 *
 * @param which all of them move, or none
 * @param planOnly whether nothing is to be written
 * @param hotfix why a stage is skipped; empty where none is
 * @param sameRelease whether no release is to move, but this version of dagster-fleet to make the files of those there are
 */
public record PromotionRequest(ReleasedRepos which, boolean planOnly, Optional<String> hotfix, boolean sameRelease) {
    /** The same with more repos. */
    PromotionRequest with(Collection<String> more) {
        TreeSet<String> repos = new TreeSet<>(which.repos());
        repos.addAll(more);
        return new PromotionRequest(
                new ReleasedRepos(List.copyOf(repos), which.ring(), which.group(), which.environment()),
                planOnly,
                hotfix,
                sameRelease);
    }

    /**
     * The command that asks for it.
     *
     * @param repos those that are named in it, in their order
     */
    String command(Collection<String> repos) {
        List<String> words = new ArrayList<>(List.of("dagster-fleet", "promote"));
        words.addAll(repos);
        words.add(which.environment());
        which.ring().ifPresent(ring -> words.addAll(List.of("--ring", ring)));
        which.group().ifPresent(group -> words.addAll(List.of("--group", group)));
        hotfix.ifPresent(reason -> words.addAll(List.of("--hotfix", "--reason", ShellWord.of(reason))));
        return String.join(" ", words);
    }

    /** To the next release. */
    public PromotionRequest(ReleasedRepos which, boolean planOnly, Optional<String> hotfix) {
        this(which, planOnly, hotfix, false);
    }
}
