package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.syntax.Scalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One source's contribution, cut into the stacks it takes part in. What stood at the top in short form already stands
 * below the key that it is short for.
 *
 * @param selectors {@code agent}, {@code profiles}, {@code environments} of the repo
 * @param repo everything else at the top
 * @param location what holds for every location, without its selectors
 * @param locationSelectors {@code profiles} and {@code environments} of every location
 * @param locations by name, in written order
 * @param project what holds for every project
 * @param projects by path, in written order
 */
public record LayerPatch(
        Optional<Patch> selectors,
        Optional<Patch> repo,
        Optional<Patch> location,
        Optional<Patch> locationSelectors,
        Map<String, Named> locations,
        Optional<Patch> project,
        Map<String, Named> projects) {
    /** Says nothing. */
    public static final LayerPatch EMPTY = new LayerPatch(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Map.of());

    public LayerPatch {
        locations = Collections.unmodifiableMap(new LinkedHashMap<>(locations));
        projects = Collections.unmodifiableMap(new LinkedHashMap<>(projects));
    }

    /** Whether anything is said of the repo itself, of all locations or projects, or of one of these. */
    public boolean speaksOf(Set<String> locationNames, Set<String> projectPaths) {
        return Stream.of(selectors, repo, location, locationSelectors, project).anyMatch(LayerPatch::says)
                || locations.keySet().stream().anyMatch(locationNames::contains)
                || projects.keySet().stream().anyMatch(projectPaths::contains);
    }

    private static boolean says(Optional<Patch> patch) {
        return patch.isPresent()
                && !(patch.get() instanceof MappingPatch mapping
                        && mapping.entries().isEmpty());
    }

    /**
     * What is said of one location or project by its name.
     *
     * @param name where the name stands
     * @param selectors {@code profiles} and {@code environments} of a location; empty for a project
     */
    public record Named(Scalar name, Optional<Patch> patch, Optional<Patch> selectors) {}
}
