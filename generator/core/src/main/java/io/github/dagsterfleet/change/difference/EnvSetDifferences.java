package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says which variables differ in an {@code env_set.json}. That a location which is new has the variables of the others is no
 * change of these.
 */
final class EnvSetDifferences {
    private static final String LOCATIONS = "locations";
    /** What moves all of a repo's work elsewhere. */
    private static final List<String> SUPPLY = List.of("value", "secret");
    /** Follow from whether the environment has branch deployments. */
    private static final String SCOPES = "scopes";

    private static final List<String> PLACE = List.of("organization", "deployment", "platform");

    private final FilePair file;
    private final Set<String> locations;
    private final Collected found;

    /** @param locations those that both sides have */
    EnvSetDifferences(FilePair file, Set<String> locations, Collected found) {
        this.file = file;
        this.locations = locations;
        this.found = found;
    }

    void compare() {
        Map<String, Map<String, Mapping>> before = byName(file.mappingBefore());
        Map<String, Map<String, Mapping>> after = byName(file.mappingAfter());
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            variable(name, before.getOrDefault(name, Map.of()), after.getOrDefault(name, Map.of()));
        }
        if (file.sign() == Sign.CHANGED && !found.isBetweenEnvironments()) {
            PLACE.forEach(this::place);
        }
    }

    /** By name, then by location. */
    private static Map<String, Map<String, Mapping>> byName(Optional<Mapping> document) {
        Map<String, Map<String, Mapping>> byName = new LinkedHashMap<>();
        for (Mapping variable : document.map(all -> all.mappings("variables")).orElse(List.of())) {
            Map<String, Mapping> byLocation =
                    byName.computeIfAbsent(variable.text("name").orElse(""), name -> new LinkedHashMap<>());
            for (Scalar location : variable.scalars(LOCATIONS)) {
                byLocation.put(location.text(), variable);
            }
        }
        return byName;
    }

    private void variable(String name, Map<String, Mapping> before, Map<String, Mapping> after) {
        if (before.isEmpty() || after.isEmpty()) {
            Optional<Node> was = before.values().stream().map(Node.class::cast).findFirst();
            Optional<Node> is = after.values().stream().map(Node.class::cast).findFirst();
            found.variable(name, Sign.of(was, is), file.cause(supply(was), supply(is)));
            return;
        }
        for (String location : locations) {
            Optional<Node> was = Optional.ofNullable(before.get(location));
            Optional<Node> is = Optional.ofNullable(after.get(location));
            if (was.isPresent() != is.isPresent()) {
                found.variable(name, Sign.CHANGED, file.cause(supply(was), supply(is)));
                return;
            }
            if (was.isPresent() && changed((Mapping) was.get(), (Mapping) is.orElseThrow(), name)) {
                return;
            }
        }
    }

    /** What it holds is what somebody declared; its name may be one of a list. */
    private static Optional<Node> supply(Optional<Node> variable) {
        return variable.map(node -> ((Mapping) node)
                .get("value")
                .or(() -> ((Mapping) node).get("secret"))
                .orElse(node));
    }

    private boolean changed(Mapping before, Mapping after, String name) {
        Set<String> keys = new LinkedHashSet<>(SUPPLY);
        keys.addAll(after.keys());
        keys.addAll(before.keys());
        keys.remove(LOCATIONS);
        if (found.isBetweenEnvironments()) {
            keys.remove(SCOPES);
        }
        for (String key : keys) {
            Optional<Node> was = before.get(key);
            Optional<Node> is = after.get(key);
            if (!was.equals(is)) {
                found.variable(name, Sign.CHANGED, file.cause(was, is));
                return true;
            }
        }
        return false;
    }

    private void place(String key) {
        Optional<Node> was = file.mappingBefore().flatMap(document -> document.get(key));
        Optional<Node> is = file.mappingAfter().flatMap(document -> document.get(key));
        if (!was.equals(is)) {
            found.value(Category.STARTS_OR_STOPS, Subject.of(key), Shape.UNTYPED, file, was, is);
        }
    }
}
