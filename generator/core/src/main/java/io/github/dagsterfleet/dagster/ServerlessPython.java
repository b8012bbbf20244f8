package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.dagster.requirement.VersionRange;
import io.github.dagsterfleet.fleet.Project;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Python that serverless code is built with: one for all locations of a repo, whatever their projects ask for. */
public final class ServerlessPython {
    private static final int MAJOR = 3;

    /** What {@code dagster-cloud ci build} offers: its default, then what is newer, then what is older. */
    private static final int[] MINORS = {11, 12, 13, 14, 10, 9};

    private ServerlessPython() {}

    /**
     * The first release that every project's {@code requires-python} admits, as {@code major.minor}. Empty when none is,
     * and for a repo that is not serverless.
     */
    public static Optional<Scalar> of(Target target) {
        if (target.agent().platform().isHybrid()) {
            return Optional.empty();
        }
        Scalar cause = target.agent().name();
        List<VersionRange> ranges = new ArrayList<>();
        for (Project project : target.projects()) {
            Optional<Scalar> required = required(project);
            if (required.isPresent()) {
                Optional<VersionRange> range = VersionRange.parse(required.get().text());
                if (range.isEmpty()) {
                    return Optional.empty();
                }
                ranges.add(range.get());
                cause = required.get();
            }
        }
        for (int minor : MINORS) {
            if (ranges.stream().allMatch(range -> range.admitsAllOf(MAJOR, minor))) {
                return Optional.of(Scalar.string(MAJOR + "." + minor, cause.origin()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Scalar> required(Project project) {
        return project.facts()
                .mapping("pyproject")
                .flatMap(pyproject -> pyproject.mapping("project"))
                .flatMap(table -> table.scalar("requires-python"));
    }
}
