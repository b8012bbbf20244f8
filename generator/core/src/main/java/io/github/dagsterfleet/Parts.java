package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangePlanner;
import io.github.dagsterfleet.change.MadeFrom;
import io.github.dagsterfleet.change.Manifest;
import io.github.dagsterfleet.change.ManifestReader;
import io.github.dagsterfleet.change.OwnedPaths;
import io.github.dagsterfleet.explain.ReleaseName;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.release.History;
import io.github.dagsterfleet.release.InputsDigest;
import io.github.dagsterfleet.release.LostReleases;
import io.github.dagsterfleet.release.Pin;
import io.github.dagsterfleet.release.Pins;
import io.github.dagsterfleet.release.ReleaseFiles;
import io.github.dagsterfleet.release.Releases;
import io.github.dagsterfleet.render.TemplateSet;
import io.github.dagsterfleet.rule.policy.Secrets;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.source.git.Commit;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.SourcePath;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What every run over one workspace is put together from.
 *
 * @param history where releases are read from; closed with these parts
 * @param today counts for waivers alone, never for what is generated
 * @param interrupted what a killed run may have written
 * @param checkouts where the code of repos is to be looked for
 * @param secrets what is found on the way that must not be printed
 */
record Parts(
        SourceSet sources,
        History history,
        Shapes shapes,
        String toolVersion,
        LocalDate today,
        OwnedPaths interrupted,
        Checkouts checkouts,
        Secrets secrets)
        implements AutoCloseable {
    /** Of a run that looks for no code. */
    Parts(
            SourceSet sources,
            History history,
            Shapes shapes,
            String toolVersion,
            LocalDate today,
            OwnedPaths interrupted) {
        this(sources, history, shapes, toolVersion, today, interrupted, new Secrets());
    }

    private Parts(
            SourceSet sources,
            History history,
            Shapes shapes,
            String toolVersion,
            LocalDate today,
            OwnedPaths interrupted,
            Secrets secrets) {
        this(
                new WatchedSources(sources, secrets),
                history,
                shapes,
                toolVersion,
                today,
                interrupted,
                Checkouts.NONE,
                secrets);
    }

    Parts with(Checkouts others) {
        return new Parts(sources, history, shapes, toolVersion, today, interrupted, others, secrets);
    }

    /** The same with other files in place of some, and some gone. */
    Parts with(SourceEdits edits) {
        return new Parts(edits.over(sources), history, shapes, toolVersion, today, interrupted, checkouts, secrets);
    }

    /** What tells which releases to read; empty where everything renders from the tree. */
    Optional<Pins> pins(Workspace workspace) {
        return workspace.fleet().hasReleases()
                ? Optional.of(new Pins(
                        workspace.fleet(),
                        new ReleaseFiles(sources, shapes),
                        new Releases(history, workspace, shapes),
                        new InputsDigest(sources)))
                : Optional.empty();
    }

    /** The repos that are gone while environments run them. */
    LostReleases lost(Pins pins) {
        return new LostReleases(pins, sources, shapes, history);
    }

    /** What a target renders from, by the name that git has for it; empty where that is the tree. */
    Optional<ReleaseName> release(Target target) {
        String environment = target.environment().name().text();
        return target.fleet().isPromoted(environment)
                ? new ReleaseFiles(sources, shapes)
                        .read(target.repo(), new Findings())
                        .flatMap(file -> file.pin(environment))
                        .map(Pin::release)
                        .map(this::named)
                : Optional.empty();
    }

    private ReleaseName named(CommitId id) {
        Optional<Commit> commit = history.describe(id);
        return new ReleaseName(id, commit.map(Commit::date), commit.map(Commit::subject));
    }

    @Override
    public void close() {
        history.close();
    }

    WorkspaceReader workspaceReader() {
        return new WorkspaceReader(sources, shapes);
    }

    Optional<TemplateSet> templates(Findings findings) {
        Outcome<TemplateSet> templates = TemplateSet.load(sources);
        findings.addAll(templates.findings());
        return templates.value();
    }

    ChangePlanner planner(boolean discard) {
        return new ChangePlanner(sources, toolVersion, discard);
    }

    /** What the files of a repo in an environment were made from; empty where nobody knows. */
    Optional<MadeFrom> madeFrom(String repo, String environment) {
        return manifest(RepoSource.generated(repo), new Findings()).flatMap(manifest -> manifest.madeFrom(environment));
    }

    Optional<Manifest> manifest(SourcePath folder, Findings findings) {
        return new ManifestReader(sources, toolVersion)
                .read(folder, findings)
                .map(manifest -> manifest.plus(interrupted.below(folder)));
    }
}
