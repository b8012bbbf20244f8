package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.source.git.GitRepository;
import io.github.dagsterfleet.source.git.GitTree;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.util.Optional;

/** What the overlay of a repo for an environment was. A release records its digest alone: the text is in history. */
record FormerOverlays(GitRepository git, String repo, String environment) {
    /** The overlay with a digest; empty where the history that is here has none. */
    Optional<RestoredOverlay> find(String digest) throws IOException {
        SourcePath path = RepoSource.overlayFile(repo, environment);
        if (digest.equals(InputsDigest.EMPTY)) {
            return Optional.of(new RestoredOverlay(path, Optional.empty()));
        }
        for (CommitId commit : git.changes(path)) {
            Optional<GitTree> files = git.tree(commit);
            if (files.isPresent()
                    && new InputsDigest(files.get()).overlay(repo, environment).equals(digest)) {
                return Optional.of(new RestoredOverlay(path, files.get().read(path, new Findings())));
            }
        }
        return Optional.empty();
    }
}
