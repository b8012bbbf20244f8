package io.github.dagsterfleet.dagster.requirement;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Optional;

/** The versions in the {@code project} table of a pyproject, which Python's build tools read as PEP 440 has them. */
public final class ProjectVersions {
    private ProjectVersions() {}

    /** Says which of them every build tool would refuse. */
    public static void check(Mapping project, Findings findings) {
        text(project, "version")
                .filter(version -> !VersionRange.isVersion(version.text()))
                .ifPresent(version -> findings.add(Malformed.text(version, "a version such as `1.4.0`")));
        text(project, "requires-python")
                .filter(range -> !VersionRange.isValid(range.text()))
                .ifPresent(range -> findings.add(Malformed.text(range, "a range of versions such as `>=3.10,<3.14`")));
    }

    private static Optional<Scalar> text(Mapping project, String key) {
        return project.scalar(key).filter(Scalar::isString);
    }
}
