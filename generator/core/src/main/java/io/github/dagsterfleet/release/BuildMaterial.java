package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a repo builds with. Its own file is live: rings are for what repos share. */
record BuildMaterial(Promotion of, Subject.OfBuild subject, ReleaseFile file, BuildTargets here) implements Material {
    @Override
    public Optional<Pin> pin(String place) {
        return file.pin(place);
    }

    @Override
    public List<String> running(Pin present) {
        return List.of();
    }

    @Override
    public Stage before() throws IOException {
        return of.rings().before(subject.name());
    }

    @Override
    public Optional<String> otherTool(String place, Pin pin) {
        return of.made().otherTool(subject.name(), place, pin, of.tool());
    }

    @Override
    public Optional<Made> made(CommitId commit, Findings why) {
        return here.made(Candidate.asked(subject.releaseFile(), commit), why)
                .map(inputs -> new Made(inputs, Optional.empty(), List.of()));
    }

    @Override
    public Optional<String> inputs() {
        return Optional.of(here.inputs());
    }

    @Override
    public Collection<SourcePath> inputFiles() {
        return of.pins().inputs().buildFiles(here.now().values());
    }

    @Override
    public String live() {
        return Pin.NO_OVERLAY;
    }

    @Override
    public String lived(Pin present) {
        return Pin.NO_OVERLAY;
    }
}
