package io.github.dagsterfleet;

import io.github.dagsterfleet.release.OverlayChoice;
import io.github.dagsterfleet.release.Rollback;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is to go back.
 *
 * @param which all of them go, or none
 * @param with repos that go along, each to its newest release that is not after those of the others
 * @param planOnly whether nothing is to be written
 */
public record RollbackRequest(ReleasedRepos which, List<String> with, Rollback.Wish wish, boolean planOnly) {
    public RollbackRequest {
        with = List.copyOf(with);
    }

    /** The same, where somebody chose what becomes of overlays. */
    public RollbackRequest choosing(OverlayChoice overlays) {
        return new RollbackRequest(
                which,
                with,
                new Rollback.Wish(wish.to(), Optional.of(overlays), wish.allowRemove(), wish.reason()),
                planOnly);
    }

    /** The repos that go along. */
    ReleasedRepos alongWith() {
        return new ReleasedRepos(with, Optional.empty(), Optional.empty(), which.environment());
    }

    /** The command that asks for the same, and takes more repos along. */
    String command(Collection<String> more) {
        TreeSet<String> along = new TreeSet<>(with);
        along.addAll(more);
        List<String> words = new ArrayList<>(List.of("dagster-fleet", "rollback"));
        words.addAll(which.repos());
        words.add(which.environment());
        which.ring().ifPresent(ring -> words.addAll(List.of("--ring", ring)));
        which.group().ifPresent(group -> words.addAll(List.of("--group", group)));
        wish.to().ifPresent(to -> words.addAll(List.of("--to", to)));
        words.addAll(List.of("--with", String.join(",", along)));
        wish.overlays().map(OverlayChoice::word).ifPresent(word -> words.addAll(List.of("--overlays", word)));
        if (wish.allowRemove()) {
            words.add("--allow-remove");
        }
        return String.join(" ", words);
    }
}
