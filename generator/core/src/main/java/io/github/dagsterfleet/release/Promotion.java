package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.TargetResolver;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Decides to which release a subject moves, and answers what it and its history can tell; what the whole fleet has to say of
 * the move is told by rendering it.
 *
 * @param tree resolves from the tree
 * @param tool the version of dagster-fleet
 * @param today counts for holds alone
 */
public record Promotion(Pins pins, Standing standing, TargetResolver tree, String tool, LocalDate today) {
    /**
     * One step along the order of environments; or, as a hotfix, straight from the default branch.
     *
     * @param environment one that renders from releases
     * @param hotfix why a stage is skipped; empty where none is
     * @param findings takes a release file that cannot be read
     * @throws IOException where git cannot be asked
     */
    public Optional<Move> plan(RepoSource repo, String environment, Optional<String> hotfix, Findings findings)
            throws IOException {
        Subject.OfRepo subject = new Subject.OfRepo(repo.name(), environment);
        Optional<ReleaseFile> file = pins.files().read(subject.releaseFile(), findings);
        return file.isEmpty()
                ? Optional.empty()
                : plan(new RepoMaterial(pins, tree, repo, subject, file.get()), hotfix, findings);
    }

    /** The same of what an environment has that is no repo's. */
    public Optional<Move> plan(String environment, Optional<String> hotfix, Findings findings) throws IOException {
        Subject.OfEnvironment subject = new Subject.OfEnvironment(environment);
        Optional<ReleaseFile> file = pins.files().read(subject.releaseFile(), findings);
        return file.isEmpty()
                ? Optional.empty()
                : plan(new EnvironmentMaterial(pins, subject, file.get()), hotfix, findings);
    }

    private Optional<Move> plan(Material material, Optional<String> hotfix, Findings findings) throws IOException {
        Optional<ReleaseFile> ofAll =
                pins.files().read(ReleaseFile.ofEnvironment(material.subject().environment()), findings);
        return ofAll.isEmpty()
                ? Optional.empty()
                : Optional.of(new PromotionStep(this, material, ofAll.get().hold(), hotfix).move());
    }
}
