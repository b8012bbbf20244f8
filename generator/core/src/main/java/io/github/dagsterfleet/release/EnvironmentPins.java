package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.Released;
import java.util.Optional;

/** Tells from which release an environment has what is no repo's. */
public record EnvironmentPins(Pins pins) {
    /** What an environment's own files are made from. */
    public sealed interface Source {
        /** The tree, or a release that would make the same. */
        record Tree() implements Source {}

        /** @param fleet the organisation as the release has it, under the environment's file of the tree */
        record OfRelease(Released release, Fleet fleet) implements Source {}

        /** Nothing was promoted yet. */
        record None() implements Source {}

        /** The release cannot be had, as a finding says; files stay as they are. */
        record Unknown() implements Source {}
    }

    /** @param findings takes a release file that cannot be read, and a release that cannot be had */
    public Source of(String environment, Findings findings) {
        if (!pins.isPromoted(environment)) {
            return new Source.Tree();
        }
        Optional<ReleaseFile> file = pins.files().read(ReleaseFile.ofEnvironment(environment), findings);
        if (file.isEmpty()) {
            return new Source.Unknown();
        }
        Optional<Pin> pin = file.get().pin(environment);
        if (pin.isEmpty()) {
            return new Source.None();
        }
        if (pin.get().inputs().equals(pins.inputs().ofEnvironments())) {
            return new Source.Tree();
        }
        Released release = new Released(pin.get().release(), pin.get().said());
        return pins.releases()
                .at(release, findings)
                .<Source>map(found -> new Source.OfRelease(release, found.fleet()))
                .orElseGet(Source.Unknown::new);
    }
}
