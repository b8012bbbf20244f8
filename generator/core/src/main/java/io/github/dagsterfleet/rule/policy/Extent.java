package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;

/**
 * Where a waiver holds; an empty list means everywhere.
 *
 * @param keys whose values it lets through, of a policy that looks at values wherever they stand
 */
public record Extent(List<Scalar> repos, List<Scalar> environments, List<Scalar> locations, List<Scalar> keys) {
    public Extent {
        repos = List.copyOf(repos);
        environments = List.copyOf(environments);
        locations = List.copyOf(locations);
        keys = List.copyOf(keys);
    }

    static Extent of(Mapping waiver) {
        return new Extent(
                waiver.scalars("repos"),
                waiver.scalars("environments"),
                waiver.scalars("locations"),
                waiver.scalars("keys"));
    }

    boolean covers(Target target, String location) {
        return covers(repos, target.repo())
                && covers(environments, target.environment().name().text())
                && covers(locations, location);
    }

    /** Whether it covers a value in a file, which belongs to no single location. */
    boolean covers(SourcePath file, String key) {
        return locations.isEmpty()
                && covers(keys, key)
                && covers(repos, segment(file, Workspace.REPOS))
                && covers(environments, environment(file));
    }

    /** What the first folder below this one is called; empty for a file elsewhere. */
    private static String segment(SourcePath file, SourcePath folder) {
        String below = file.isBelow(folder) ? file.relativeTo(folder) : "";
        return below.substring(0, Math.max(0, below.indexOf('/')));
    }

    /** Of an overlay or an environment's own file. */
    private static String environment(SourcePath file) {
        boolean own = file.parent().equals(Workspace.ENVIRONMENTS)
                || file.parent().fileName().equals("overlays");
        return own ? file.stem() : "";
    }

    private static boolean covers(List<Scalar> names, String name) {
        return names.isEmpty() || names.stream().anyMatch(said -> said.text().equals(name));
    }
}
