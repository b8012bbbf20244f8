package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.TargetResolver;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Decides to which release repos move, and answers what one repo and its history can tell; what the whole fleet has to say
 * of the moves is told by rendering it.
 *
 * @param tree resolves from the tree
 * @param made tells what generated files were made from
 * @param tool the version of dagster-fleet
 * @param today counts for holds alone
 */
public record Promotion(
        Pins pins, Standing standing, TargetResolver tree, MadeFiles made, String tool, LocalDate today) {
    /**
     * One step along the order of environments; or, as a hotfix, straight from the default branch.
     *
     * @param environment one that renders from releases
     * @param hotfix why a stage is skipped; empty where none is
     * @param findings takes a release.yaml that cannot be read
     * @throws IOException where git cannot be asked
     */
    public Optional<Move> plan(RepoSource repo, String environment, Optional<String> hotfix, Findings findings)
            throws IOException {
        Optional<ReleaseFile> file = pins.files().read(repo.name(), findings);
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(new PromotionStep(this, repo, environment, file.get(), hotfix).move());
    }

    /**
     * No step: the release that is there, as this version of dagster-fleet makes it. Nothing to do where
     * it made the files already, and where there is no release.
     *
     * @param environment one that renders from releases
     * @param findings takes a release.yaml that cannot be read
     * @throws IOException where git cannot be asked
     */
    public Optional<Move> stay(RepoSource repo, String environment, Findings findings) throws IOException {
        Optional<ReleaseFile> file = pins.files().read(repo.name(), findings);
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(new SameRelease(this, repo, environment, file.get()).move());
    }

    /** Whether the files of a release are those of another version, and nobody promoted it with this one. */
    boolean isOfOtherTool(String repo, String environment, Pin pin) {
        return made.from(repo, environment)
                .filter(from -> pin.isOfOtherTool(from, tool))
                .isPresent();
    }
}
