package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Project;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.layer.LayerName;
import io.github.dagsterfleet.layer.LayerPatch;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that holds for a target as one tree, in the form of a repo.yaml that says all of it itself. */
record TargetTree(Target target) {
    static final String LOCATIONS = "locations";
    static final String PROJECTS = "projects";

    /** The facts of the repo, and below {@code locations} and {@code projects} those of each. */
    Mapping whole() {
        Mapping.Builder locations = Mapping.builder();
        for (Location location : target.locations()) {
            locations.put(location.name(), location.facts());
        }
        Mapping.Builder projects = Mapping.builder();
        for (Project project : target.projects()) {
            if (!project.facts().isEmpty() || isSpokenOf(project)) {
                projects.put(Scalar.string(project.path(), project.facts().origin()), project.facts());
            }
        }
        Mapping.Builder whole = target.facts().toBuilder();
        if (!locations.isEmpty()) {
            whole.put(LOCATIONS, locations.build(Nowhere.SPAN));
        }
        if (!projects.isEmpty()) {
            whole.put(PROJECTS, projects.build(Nowhere.SPAN));
        }
        return whole.build(target.facts().origin());
    }

    private boolean isSpokenOf(Project project) {
        return target.layers().stream()
                .anyMatch(layer -> layer.patch().project().isPresent()
                        || layer.patch().projects().containsKey(project.path()));
    }

    /** Whether a layer says anything of this target. */
    boolean isSpokenOf(LayerPatch patch) {
        return patch.speaksOf(locationNames(), projectPaths());
    }

    /** The location that a key speaks of, when repo.yaml declares it for other environments only. */
    Optional<String> absentLocation(KeyPath key) {
        return key.length() > 1
                        && key.first().equals(new Segment.Name(LOCATIONS))
                        && key.segments().get(1) instanceof Segment.Name name
                        && !locationNames().contains(name.text())
                        && isDeclared(name.text())
                ? Optional.of(name.text())
                : Optional.empty();
    }

    private boolean isDeclared(String location) {
        return target.layers().stream()
                .anyMatch(layer -> layer.name().equals(LayerName.REPO)
                        && layer.patch().locations().containsKey(location));
    }

    private Set<String> locationNames() {
        return target.locations().stream()
                .map(location -> location.name().text())
                .collect(Collectors.toSet());
    }

    private Set<String> projectPaths() {
        return target.projects().stream().map(Project::path).collect(Collectors.toSet());
    }
}
