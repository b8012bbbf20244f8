package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.layer.AtRevision;
import io.github.dagsterfleet.layer.Layer;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One repo in one environment: everything is merged, references are resolved, types and required keys are checked.
 *
 * @param repo the name of the repo's folder
 * @param layers low to high, those that say nothing and the profiles of single locations included
 * @param facts the repo's own merged facts: team, owners, git, needs, artifacts, vars and so on
 * @param locations in declared order, only those that exist in this environment
 * @param projects in the order in which locations name them
 * @param release whose files were read for all that is not specific to the environment; empty when those of the tree
 *     were
 */
public record Target(
        Fleet fleet,
        String repo,
        Environment environment,
        Agent agent,
        List<Layer> layers,
        Mapping facts,
        List<Location> locations,
        List<Project> projects,
        Optional<Released> release) {
    public Target {
        layers = List.copyOf(layers);
        locations = List.copyOf(locations);
        projects = List.copyOf(projects);
    }

    /** The names of its locations, in declared order. */
    public List<String> locationNames() {
        return locations.stream().map(location -> location.name().text()).toList();
    }

    /** The same without some locations, and without the projects that only they live in. */
    public Target without(Collection<String> names) {
        List<Location> others = locations.stream()
                .filter(location -> !names.contains(location.name().text()))
                .toList();
        List<Project> theirs = projects.stream()
                .map(project -> project.without(names))
                .filter(project -> !project.locations().isEmpty())
                .toList();
        return new Target(fleet, repo, environment, agent, layers, facts, others, theirs, release);
    }

    /**
     * The same as another commit has it word for word. Its layers stay the ones that were read: their names, files and
     * values are the same, the places in them are not to be told.
     *
     * @param other the organisation of that commit
     */
    public Target at(AtRevision revision, Fleet other) {
        return new Target(
                other,
                repo,
                environment,
                agent,
                layers,
                revision.of(facts),
                locations.stream().map(location -> location.at(revision)).toList(),
                projects.stream().map(project -> project.at(revision)).toList(),
                release);
    }

    /** The repo's own source. */
    public SourcePath file() {
        return RepoSource.file(repo);
    }

    /** {@code repo in environment}, for messages. */
    public String words() {
        return "`" + repo + "` in `" + environment.name().text() + "`";
    }
}
