package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Resolution;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A repo in one environment.
 *
 * @param tree resolves from the tree
 */
record RepoMaterial(Pins pins, TargetResolver tree, RepoSource repo, Subject.OfRepo subject, ReleaseFile file)
        implements Material {
    @Override
    public Optional<Pin> pin(String environment) {
        return file.pin(environment);
    }

    @Override
    public boolean isIn(String environment) {
        return !(tree.resolve(repo, environment) instanceof Resolution.Absent);
    }

    @Override
    public Optional<Made> made(CommitId commit, Findings why) {
        return Candidate.of(pins, repo, subject.environment(), commit, why)
                .map(candidate -> new Made(
                        candidate.inputs(),
                        Optional.of(candidate.target().agent().platform())));
    }

    @Override
    public Optional<String> inputs() {
        return here().map(pins.inputs()::of);
    }

    @Override
    public Collection<SourcePath> inputFiles() {
        TreeSet<SourcePath> files = new TreeSet<>();
        files.add(RepoSource.folder(repo.name()).resolve("repo.yaml"));
        here().ifPresent(target -> files.addAll(pins.inputs().files(target)));
        return files;
    }

    @Override
    public String live() {
        return pins.inputs().overlay(repo.name(), subject.environment());
    }

    @Override
    public String lived(Pin present) {
        boolean waits =
                new PinnedResolver(pins, tree).resolve(repo, subject.environment()) instanceof Resolution.Waiting;
        return waits ? present.overlays() : live();
    }

    private Optional<Target> here() {
        return tree.resolve(repo, subject.environment()).target();
    }
}
