package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.layer.AtRevision;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Collection;
import java.util.List;

/**
 * A directory of the team's repository with one pyproject.toml.
 *
 * @param path relative to the repository, {@code .} for its root
 * @param facts merged and resolved, with the keys of {@code projects.<path>}, such as {@code pyproject}
 * @param locations those of the target that live in it, in declared order
 */
public record Project(String path, Mapping facts, List<Location> locations) {
    public Project {
        locations = List.copyOf(locations);
    }

    /** Where it lies below a folder that stands for the repository. */
    public SourcePath below(SourcePath folder) {
        return path.equals(".") ? folder : folder.resolve(path);
    }

    Project at(AtRevision revision) {
        return new Project(
                path,
                revision.of(facts),
                locations.stream().map(location -> location.at(revision)).toList());
    }

    /** The same without some locations. */
    Project without(Collection<String> names) {
        return new Project(
                path,
                facts,
                locations.stream()
                        .filter(location -> !names.contains(location.name().text()))
                        .toList());
    }
}
