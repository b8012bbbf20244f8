package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Delivery from a trunk: an image is built once and promoted, so nothing that is specific to an environment may change a
 * project's pyproject.toml. It may differ in time only, where an environment renders from an older release.
 */
public final class BuildTime {
    private BuildTime() {}

    /** What one environment of a repo makes of its projects. */
    public record Copy(Target target, Documents documents) {}

    /** The copy of a project's file that the team gets: that of the first environment in which the project exists. */
    private record Delivered(Target target, Mapping pyproject) {}

    /**
     * What makes a project's pyproject.toml differ between environments, each line once; nothing under {@code
     * git.delivery: branches}, where each environment has a branch of its own.
     *
     * @param copies those of one repo, in promotion order
     */
    public static List<Finding> check(List<Copy> copies) {
        Map<String, Delivered> first = new LinkedHashMap<>();
        Findings findings = new Findings();
        for (Copy copy : copies) {
            if (isOnBranches(copy.target())) {
                continue;
            }
            copy.documents().pyprojects().forEach((path, pyproject) -> {
                Delivered known = first.putIfAbsent(path, new Delivered(copy.target(), pyproject));
                if (known != null) {
                    new BuildTimeDifferences(path, known.target(), copy.target(), findings)
                            .compare(known.pyproject(), pyproject);
                }
            });
        }
        return findings.sorted();
    }

    private static boolean isOnBranches(Target target) {
        return target.facts()
                .mapping("git")
                .flatMap(git -> git.text("delivery"))
                .map("branches"::equals)
                .orElse(false);
    }
}
