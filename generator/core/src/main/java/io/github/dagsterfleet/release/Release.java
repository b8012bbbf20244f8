package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.Resolution;
import io.github.dagsterfleet.fleet.Resolver;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.layer.AtRevision;
import io.github.dagsterfleet.render.TemplateSet;

/** The workspace as a commit has it, under what is specific to environments in the tree. */
public final class Release {
    private final Fleet fleet;
    private final RepoReader repos;
    private final TargetResolver layers;
    private final InputsDigest inputs;
    private final Outcome<TemplateSet> templates;

    /**
     * @param fleet the commit's, with what is specific to environments, and catalogues, of the tree
     * @param repos reads the repos of the commit
     * @param layers folds the layers of the commit under those of the tree; of all commits in which they are the same, so
     *     that what it tells names any of them
     * @param inputs digests of the commit's files
     * @param templates those of the commit
     */
    Release(Fleet fleet, RepoReader repos, TargetResolver layers, InputsDigest inputs, Outcome<TemplateSet> templates) {
        this.fleet = fleet;
        this.repos = repos;
        this.layers = layers;
        this.inputs = inputs;
        this.templates = templates;
    }

    Fleet fleet() {
        return fleet;
    }

    RepoReader repos() {
        return repos;
    }

    InputsDigest inputs() {
        return inputs;
    }

    Outcome<TemplateSet> templates() {
        return templates;
    }

    /** Resolves one repo from this release, for one thread. */
    public Resolver resolver(Released from) {
        TargetResolver resolver = layers.ofOneRepo(from);
        AtRevision revision = new AtRevision(from.commit().shown());
        return (repo, environment) -> {
            Resolution resolution = resolver.resolve(repo, environment);
            return resolution instanceof Resolution.Resolved resolved
                    ? new Resolution.Resolved(resolved.outcome()
                            .map(target -> target.at(revision, fleet), finding -> finding.placed(revision::of)))
                    : resolution;
        };
    }
}
