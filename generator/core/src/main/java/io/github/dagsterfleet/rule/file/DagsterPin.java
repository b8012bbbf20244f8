package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.DagsterRelease;
import io.github.dagsterfleet.dagster.requirement.Requirement;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A requirement of one of Dagster's packages that takes versions of one minor release only. A library {@code 0.28.3} is of
 * Dagster {@code 1.12.3}, for every release since 1.0.
 *
 * @param minor of Dagster, whatever the package's own version is
 * @param patch empty where any will do, as with {@code ~=1.12.0}
 */
record DagsterPin(Scalar text, Requirement requirement, boolean isCore, int major, int minor, Optional<Integer> patch) {
    /** Any release will do to tell core packages from libraries. */
    private static final DagsterRelease ANY = DagsterRelease.of("1.13.27").orElseThrow();

    private static final int LIBRARY_OFFSET = 16;
    private static final Pattern ONE_MINOR = Pattern.compile("(===?|~=) *(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4}|\\*)");

    /** Empty for other packages, and for what leaves its version open. */
    static Optional<DagsterPin> of(Scalar text) {
        return Requirement.parse(text.text()).flatMap(requirement -> ANY.pin(requirement.distribution())
                .flatMap(pin -> of(text, requirement, pin.equals(ANY.version()))));
    }

    private static Optional<DagsterPin> of(Scalar text, Requirement requirement, boolean isCore) {
        Matcher version = ONE_MINOR.matcher(requirement.version());
        if (!version.matches()) {
            return Optional.empty();
        }
        int major = Integer.parseInt(version.group(2));
        int minor = Integer.parseInt(version.group(3));
        boolean any = version.group(1).equals("~=") || version.group(4).equals("*");
        boolean ofDagster = isCore || major > 0;
        if (ofDagster ? major != 1 : minor < LIBRARY_OFFSET) {
            return Optional.empty();
        }
        return Optional.of(new DagsterPin(
                text,
                requirement,
                isCore,
                major,
                ofDagster ? minor : minor - LIBRARY_OFFSET,
                any ? Optional.empty() : Optional.of(Integer.parseInt(version.group(4)))));
    }

    /** Whether there is such a version: libraries are still at 0. */
    boolean exists() {
        return isCore || major == 0;
    }

    boolean agreesWith(DagsterPin other) {
        return minor == other.minor && (patch.isEmpty() || other.patch.isEmpty() || patch.equals(other.patch));
    }

    String release() {
        return "1." + minor + patch.map(number -> "." + number).orElse("");
    }

    /** The same requirement with the versions that go with the other one. */
    String following(DagsterPin other) {
        return requirement.head()
                + (other.patch.isPresent() ? "==" : "~=")
                + (isCore ? "1." + other.minor : "0." + (other.minor + LIBRARY_OFFSET))
                + "."
                + other.patch.orElse(0)
                + requirement.tail();
    }
}
