package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.Workspace;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Decides to which release a subject moves, and answers what it and its history can tell; what the whole fleet has to say of
 * the move is told by rendering it.
 *
 * @param tree resolves from the tree
 * @param made tells what generated files were made from
 * @param tool the version of dagster-fleet
 * @param today counts for holds alone
 * @param rings what rings build with
 */
public record Promotion(
        Pins pins,
        Standing standing,
        TargetResolver tree,
        MadeFiles made,
        String tool,
        LocalDate today,
        RingStages rings) {
    public Promotion(
            Pins pins,
            Standing standing,
            RepoReader repos,
            TargetResolver tree,
            MadeFiles made,
            String tool,
            LocalDate today) {
        this(pins, standing, tree, made, tool, today, new RingStages(pins, standing, repos, tree, made, tool));
    }

    /**
     * One step along the order of environments or, of what a repo builds with, of rings; or, as a hotfix, straight from the
     * default branch.
     *
     * @param environment one that renders from releases, or {@code all}
     * @param hotfix why a stage is skipped; empty where none is
     * @param findings takes a release file that cannot be read
     * @throws IOException where git cannot be asked
     */
    public Optional<Move> plan(RepoSource repo, String environment, Optional<String> hotfix, Findings findings)
            throws IOException {
        return moved(of(repo, environment, findings), hotfix);
    }

    /** The same of what an environment has that is no repo's. */
    public Optional<Move> plan(String environment, Optional<String> hotfix, Findings findings) throws IOException {
        Subject.OfEnvironment subject = new Subject.OfEnvironment(environment);
        return moved(
                pins.files()
                        .read(subject.releaseFile(), findings)
                        .map(file -> new Asked(new EnvironmentMaterial(pins, subject, file), file.hold())),
                hotfix);
    }

    private Optional<Move> moved(Optional<Asked> asked, Optional<String> hotfix) throws IOException {
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(new PromotionStep(this, asked.get().material, asked.get().everything, hotfix).move());
    }

    /**
     * No step: the release that is there, as this version of dagster-fleet makes it. Nothing to do where
     * it made the files already, and where there is no release.
     *
     * @param environment one that renders from releases
     * @param findings takes a release file that cannot be read
     * @throws IOException where git cannot be asked
     */
    public Optional<Move> stay(RepoSource repo, String environment, Findings findings) throws IOException {
        Optional<Asked> asked = of(repo, environment, findings);
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(new SameRelease(this, asked.get().material, asked.get().everything).move());
    }

    /** @param everything why nothing at all may be promoted to the environment */
    private record Asked(Material material, Optional<Hold> everything) {}

    private Optional<Asked> of(RepoSource repo, String environment, Findings findings) {
        Optional<ReleaseFile> own = pins.files().read(repo.name(), findings);
        if (environment.equals(Workspace.ALL)) {
            return own.map(file -> new Asked(
                    new BuildMaterial(this, new Subject.OfBuild(repo.name()), file, BuildTargets.of(pins, repo, tree)),
                    Optional.empty()));
        }
        Optional<ReleaseFile> ofAll = pins.files().read(ReleaseFile.ofEnvironment(environment), findings);
        return own.isEmpty() || ofAll.isEmpty()
                ? Optional.empty()
                : Optional.of(new Asked(
                        new RepoMaterial(this, repo, new Subject.OfRepo(repo.name(), environment), own.get()),
                        ofAll.get().hold()));
    }
}
