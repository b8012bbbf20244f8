package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.source.git.CommitId;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides to which earlier release repos go back, and answers what one repo and its history can tell.
 *
 * @param sources the tree
 * @param tree resolves from it
 * @param tool the version of dagster-fleet
 * @param today counts for holds alone
 */
public record Rollback(
        Pins pins,
        Standing standing,
        SourceSet sources,
        Shapes shapes,
        TargetResolver tree,
        String tool,
        LocalDate today) {
    /**
     * What somebody asks for.
     *
     * @param to a release as git knows it, or the beginning of its id; empty for the one that was there before
     * @param overlays empty where nobody chose yet
     * @param allowRemove whether locations may go that the earlier release does not have
     * @param reason why; empty for the words that a hold gets then
     */
    public record Wish(
            Optional<String> to, Optional<OverlayChoice> overlays, boolean allowRemove, Optional<String> reason) {}

    /**
     * The way back of one repo, or of what it builds with.
     *
     * @param notAfter where it goes along with others: the releases that they go back to
     * @param findings takes a repo or a release.yaml that cannot be read
     * @throws IOException where git cannot be asked
     */
    public Optional<WayBack> plan(
            String repo, String environment, Wish wish, List<CommitId> notAfter, Findings findings) throws IOException {
        Optional<ReleaseFile> file = pins.files().read(repo, findings);
        if (file.isPresent() && environment.equals(Workspace.ALL)) {
            Set<String> environments = pins.fleet().environments().keySet();
            Optional<RepoSource> source =
                    new WorkspaceReader(sources, shapes).repos().read(repo, Optional.of(environments), findings);
            return source.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new BuildRollback(
                                    this,
                                    new Subject.OfBuild(repo),
                                    file.get(),
                                    BuildTargets.of(pins, source.get(), tree),
                                    wish)
                            .plan(notAfter));
        }
        return file.isEmpty()
                ? Optional.empty()
                : new RollbackStep(this, new Subject.OfRepo(repo, environment), file.get(), wish, findings)
                        .plan(notAfter);
    }

    /**
     * Those of the repos that build with the newest release among them: what a ring took last. A repo that this release would
     * not have changed has an older one, and nothing to go back from.
     */
    public List<String> ofNewestBuild(Collection<String> repos) throws IOException {
        Map<String, CommitId> releases = new LinkedHashMap<>();
        for (String repo : repos) {
            pins.files()
                    .read(repo, new Findings())
                    .flatMap(ReleaseFile::build)
                    .ifPresent(pin -> releases.put(repo, pin.release()));
        }
        Optional<CommitId> newest = standing.newest(releases.values());
        return repos.stream()
                .filter(repo -> newest.filter(release -> release.equals(releases.get(repo)))
                        .isPresent())
                .toList();
    }

    /** Reads repos under an overlay as it was. */
    WorkspaceReader under(RestoredOverlay overlay) {
        return new WorkspaceReader(overlay.over(sources), shapes);
    }
}
