package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Resolution;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A repo in one environment. */
record RepoMaterial(Promotion of, RepoSource repo, Subject.OfRepo subject, ReleaseFile file)
        implements EnvironmentalMaterial {
    @Override
    public Pins pins() {
        return of.pins();
    }

    @Override
    public Optional<Pin> pin(String environment) {
        return file.pin(environment);
    }

    @Override
    public List<String> running(Pin present) {
        return new RunningLocations(of.pins(), of.tree()).of(repo, subject.environment(), present);
    }

    @Override
    public boolean isIn(String environment) {
        return !(of.tree().resolve(repo, environment) instanceof Resolution.Absent);
    }

    @Override
    public Optional<String> otherTool(String environment, Pin pin) {
        return of.made().otherTool(repo.name(), environment, pin, of.tool());
    }

    @Override
    public Optional<Made> made(CommitId commit, Findings why) {
        return Candidate.of(of.pins(), repo, subject.environment(), commit, why)
                .map(candidate -> new Made(
                        candidate.inputs(),
                        Optional.of(candidate.target().agent().platform()),
                        candidate.target().locationNames()));
    }

    @Override
    public Optional<String> inputs() {
        return here().map(of.pins().inputs()::of);
    }

    @Override
    public Collection<SourcePath> inputFiles() {
        TreeSet<SourcePath> files = new TreeSet<>();
        files.add(RepoSource.file(repo.name()));
        here().ifPresent(target -> files.addAll(of.pins().inputs().files(target)));
        return files;
    }

    @Override
    public String live() {
        return of.pins().inputs().overlay(repo.name(), subject.environment());
    }

    @Override
    public String lived(Pin present) {
        boolean waits = new PinnedResolver(of.pins(), of.tree()).resolve(repo, subject.environment())
                instanceof Resolution.Waiting;
        return waits ? present.overlays() : live();
    }

    private Optional<Target> here() {
        return of.tree().resolve(repo, subject.environment()).target();
    }
}
