package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.CatalogueUse;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.MemoryFleet;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Repos of one location each, in prod, that need others; nothing is read or resolved for them. */
final class Needs {
    private static final Span NOWHERE = new SourceText(SourcePath.ROOT, "").whole();
    private static final Session SESSION = new Session(List.of("deploy"), List.of());
    private static final Target TARGET =
            new MemoryFleet().repo("any", "").read().target("any", "prod");

    static final Fleet FLEET = TARGET.fleet();
    static final Environment PROD = TARGET.environment();

    private final Map<String, List<String>> needs = new TreeMap<>();

    /** @param others the names of the repos, and so of their locations */
    Needs repo(String name, String... others) {
        needs.put(name, List.of(others));
        return this;
    }

    DeployOrder order(Purpose purpose) {
        List<Rollout> rollouts = new ArrayList<>();
        needs.forEach((name, others) -> rollouts.add(rollout(name, others)));
        return DeployOrder.of(FLEET, PROD, purpose, rollouts);
    }

    private static Rollout rollout(String name, List<String> others) {
        Map<Scalar, List<String>> needed = new LinkedHashMap<>();
        others.forEach(other -> needed.put(scalar(other), List.of("prod")));
        RepoOutline outline = new RepoOutline(
                name,
                Map.of(scalar(name), List.of("prod")),
                Map.of("prod", TARGET.agent()),
                needed,
                List.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                new CatalogueUse(Set.of(), Set.of(), Set.of()),
                true);
        return new Rollout(outline, Map.of("prod", SESSION));
    }

    private static Scalar scalar(String name) {
        return Scalar.string(name, NOWHERE);
    }

    /** The names in each wave. */
    static List<List<String>> names(DeployOrder order) {
        return order.waves().stream()
                .map(wave -> wave.turns().stream().map(Turn::repo).toList())
                .toList();
    }
}
