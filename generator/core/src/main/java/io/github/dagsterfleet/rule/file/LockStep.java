package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.DagsterRelease;
import io.github.dagsterfleet.dagster.requirement.Requirement;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * All packages of Dagster come out together and ask for each other's exact version, so two that are pinned to different
 * releases cannot be installed together. Says nothing of what leaves its version open.
 */
final class LockStep implements Rule {
    @Override
    public void check(ParsedFile file, Findings findings) {
        List<Node> requirements = file.mapping("project")
                .flatMap(project -> project.sequence("dependencies"))
                .map(Sequence::items)
                .orElse(List.of());
        Optional<Pinned> first = Optional.empty();
        Optional<Finding> finding = Optional.empty();
        for (Node item : requirements) {
            Optional<Pinned> pinned = item instanceof Scalar text ? Pinned.of(text) : Optional.empty();
            if (first.isEmpty()) {
                first = pinned;
            } else if (pinned.isPresent() && !pinned.get().release.equals(first.get().release)) {
                finding = Optional.of(
                        finding.isEmpty()
                                ? apart(pinned.get(), first.get())
                                : finding.get()
                                        .note("so is this", pinned.get().text.origin()));
            }
        }
        finding.ifPresent(findings::add);
    }

    private record Pinned(Scalar text, Requirement requirement, String release) {
        static Optional<Pinned> of(Scalar text) {
            return Requirement.parse(text.text()).flatMap(requirement -> requirement
                    .exactVersion()
                    .flatMap(version -> DagsterRelease.ofPin(requirement.distribution(), version))
                    .map(release -> new Pinned(text, requirement, release.version())));
        }
    }

    private static Finding apart(Pinned pinned, Pinned first) {
        String name = pinned.requirement.distribution();
        Finding finding = Finding.at(
                        FindingCode.DAGSTER_PIN,
                        pinned.text.origin(),
                        "`" + name + "` is pinned to another release of Dagster than `"
                                + first.requirement.distribution() + "`")
                .label("of Dagster " + pinned.release)
                .note("this is of Dagster " + first.release, first.text.origin());
        Optional<String> due = DagsterRelease.of(first.release).flatMap(release -> release.pin(name));
        return due.isPresent() ? finding.help("write `" + pinned.requirement.pinnedTo(due.get()) + "`") : finding;
    }
}
