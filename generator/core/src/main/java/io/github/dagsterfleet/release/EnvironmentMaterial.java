package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What an environment has that is no repo's: made from base.yaml and the templates, under its own file. */
record EnvironmentMaterial(Pins pins, Subject.OfEnvironment subject, ReleaseFile file)
        implements EnvironmentalMaterial {
    @Override
    public Optional<Pin> pin(String environment) {
        return pins.files()
                .read(ReleaseFile.ofEnvironment(environment), new Findings())
                .flatMap(other -> other.pin(environment));
    }

    @Override
    public List<String> running(Pin present) {
        return List.of();
    }

    @Override
    public boolean isIn(String environment) {
        return true;
    }

    /** Nobody accepts a version for these: they say nothing but what was written for them. */
    @Override
    public Optional<String> otherTool(String environment, Pin pin) {
        return Optional.empty();
    }

    @Override
    public Optional<Made> made(CommitId commit, Findings why) {
        return pins.releases()
                .at(Candidate.asked(subject.releaseFile(), commit), why)
                .map(release -> new Made(release.inputs().ofEnvironments(), Optional.empty(), List.of()));
    }

    @Override
    public Optional<String> inputs() {
        return Optional.of(pins.inputs().ofEnvironments());
    }

    @Override
    public Collection<SourcePath> inputFiles() {
        return pins.inputs().environmentFiles();
    }

    @Override
    public String live() {
        return pins.inputs().live(subject.own());
    }

    @Override
    public String lived(Pin present) {
        return live();
    }
}
