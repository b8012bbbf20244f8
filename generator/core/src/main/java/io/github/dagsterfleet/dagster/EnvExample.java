package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a developer copies to a {@code .env}: {@code values}, the names of {@code secrets}, and in {@code others} what
 * differs from the first location that has the variable.
 */
final class EnvExample {
    /** One location's variable. */
    private record Use(Scalar location, Variable variable) {}

    private EnvExample() {}

    static Mapping of(Target target, List<LocationVariables> locations) {
        Map<String, List<Use>> uses = new TreeMap<>();
        for (LocationVariables own : locations) {
            for (Variable variable : own.all()) {
                uses.computeIfAbsent(variable.name().text(), name -> new ArrayList<>())
                        .add(new Use(own.location().name(), variable));
            }
        }
        Mapping.Builder values = Mapping.builder();
        List<Mapping> secrets = new ArrayList<>();
        List<Mapping> others = new ArrayList<>();
        for (List<Use> all : uses.values()) {
            Variable first = all.get(0).variable();
            if (first.supply() instanceof Supply.Plain plain) {
                values.put(first.name(), Derived.asText(plain.said()));
            } else {
                secrets.add(secret(first));
            }
            addOthers(all, others);
        }
        Scalar agent = target.agent().name();
        Mapping.Builder example = Mapping.builder()
                .put("values", Derived.mapping(values, agent))
                .put("secrets", list(secrets, agent))
                .put("others", list(others, agent));
        return Derived.mapping(example, agent);
    }

    private static Mapping secret(Variable variable) {
        Scalar name = variable.name();
        Mapping.Builder secret = Mapping.builder().put("name", Derived.text(name.text(), name));
        variable.description().ifPresent(description -> secret.put("description", description));
        return Derived.mapping(secret, name);
    }

    private static void addOthers(List<Use> all, List<Mapping> others) {
        Supply first = all.get(0).variable().supply();
        for (Use use : all.subList(1, all.size())) {
            if (use.variable().supply() instanceof Supply.Plain plain && !plain.equals(first)) {
                others.add(Derived.mapping(
                        Mapping.builder()
                                .put("location", Derived.text(use.location().text(), use.location()))
                                .put(
                                        "name",
                                        Derived.text(
                                                use.variable().name().text(),
                                                use.variable().name()))
                                .put("value", Derived.asText(plain.said())),
                        plain.said()));
            }
        }
    }

    private static Sequence list(List<? extends Node> items, Scalar agent) {
        return items.isEmpty() ? Derived.list(items, agent) : Derived.list(items);
    }
}
