package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes from the targets of one repo what the fleet keeps of it. */
final class OutlineDraft {
    private final Map<Scalar, List<String>> locations = new LinkedHashMap<>();
    private final Map<String, Agent> agents = new LinkedHashMap<>();
    private final Map<Scalar, List<String>> needs = new LinkedHashMap<>();
    private final Set<Scalar> registries = new LinkedHashSet<>();
    private final Set<String> projects = new LinkedHashSet<>();
    private final Set<Scalar> artifacts = new LinkedHashSet<>();
    private final Set<String> teams = new LinkedHashSet<>();

    private OutlineDraft() {}

    /** @param targets in promotion order */
    static RepoOutline of(RepoSource repo, List<Target> targets, boolean complete) {
        OutlineDraft draft = new OutlineDraft();
        repo.locationNames().forEach(name -> draft.locations.put(name, List.of()));
        targets.forEach(draft::add);
        return new RepoOutline(
                repo.name(),
                draft.locations,
                Map.copyOf(draft.agents),
                draft.needs.isEmpty() ? Map.of() : draft.needs,
                List.copyOf(draft.registries),
                draft.projects,
                draft.artifacts.isEmpty() ? Set.of() : draft.artifacts,
                draft.teams,
                CatalogueUse.of(targets),
                complete);
    }

    private void add(Target target) {
        String environment = target.environment().name().text();
        agents.put(environment, target.agent());
        for (Location location : target.locations()) {
            addTo(locations, declared(location.name()), environment);
            registry(location).ifPresent(registry -> registries.add(placed(registry)));
        }
        for (Scalar need : Catalogue.scalars(target.facts().get("needs"))) {
            addTo(needs, placed(need), environment);
        }
        target.facts().text("team").ifPresent(teams::add);
        target.projects().forEach(project -> projects.add(project.path()));
        target.facts()
                .mapping("artifacts")
                .ifPresent(said -> said.forEach(artifact -> artifacts.add(placed(artifact.key()))));
    }

    /** Where the tree declares the location, else where the release does. */
    private Scalar declared(Scalar name) {
        return locations.keySet().stream()
                .filter(known -> known.text().equals(name.text()))
                .findFirst()
                .orElseGet(() -> placed(name));
    }

    private static Optional<Scalar> registry(Location location) {
        return location.facts().mapping("build").flatMap(build -> build.scalar("registry"));
    }

    private static void addTo(Map<Scalar, List<String>> where, Scalar name, String environment) {
        List<String> more = new ArrayList<>(where.getOrDefault(name, List.of()));
        more.add(environment);
        where.put(name, List.copyOf(more));
    }

    /** Without its trace, which would keep what the layers said. */
    private static Scalar placed(Scalar scalar) {
        return scalar.withOrigin(scalar.span());
    }
}
