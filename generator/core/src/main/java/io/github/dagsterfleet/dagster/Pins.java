package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.dagster.requirement.Requirement;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the requirements of a project in step with the fleet's release of Dagster. */
final class Pins {
    private final Scalar version;
    private final Optional<DagsterRelease> release;
    private final Findings findings;

    /** Reports a version that is no release we know; requirements are then only read. */
    Pins(Scalar version, Findings findings) {
        this.version = version;
        this.release = DagsterRelease.of(version.text());
        this.findings = findings;
        if (release.isEmpty()) {
            findings.add(Finding.at(
                            FindingCode.DAGSTER_UNKNOWN_VERSION,
                            version.origin(),
                            "`" + version.text() + "` is no release of Dagster that dagster-fleet knows")
                    .label("unknown release")
                    .help("write a release from " + DagsterVersion.oldest() + " on, such as 1.13.27"));
        }
    }

    /** The same requirements, each package of Dagster with its version. */
    Sequence pin(Sequence requirements) {
        List<Node> pinned = new ArrayList<>(requirements.items().size());
        boolean changed = false;
        for (Node item : requirements.items()) {
            Node result = item instanceof Scalar text ? pin(text) : item;
            changed |= result != item;
            pinned.add(result);
        }
        return changed ? Derived.extended(requirements, pinned) : requirements;
    }

    private Scalar pin(Scalar said) {
        Optional<Requirement> parsed = Requirement.parse(said.text());
        if (parsed.isEmpty()) {
            findings.add(Requirement.refused(said));
            return said;
        }
        Requirement requirement = parsed.get();
        Optional<String> pin =
                release.isEmpty() ? Optional.empty() : release.get().pin(requirement.distribution());
        if (pin.isEmpty() || requirement.isPinnedTo(pin.get())) {
            return said;
        }
        if (!requirement.isOpen()) {
            findings.add(other(said, requirement, pin.get()));
            return said;
        }
        return Derived.text(requirement.pinnedTo(pin.get()), said, version);
    }

    private Finding other(Scalar said, Requirement requirement, String pin) {
        return Finding.at(
                        FindingCode.DAGSTER_PIN,
                        said.origin(),
                        "`" + requirement.distribution() + "` is to be " + pin + " in this fleet")
                .label("another release")
                .note("the fleet runs Dagster " + version.text(), version.origin())
                .help("write `" + requirement.head() + requirement.tail() + "`: the version is put in");
    }
}
