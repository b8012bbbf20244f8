package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The env set of a target: which variables its code is promised, where, and by which way. */
final class EnvContract {
    private static final Comparator<Scalar> BY_TEXT = Comparator.comparing(Scalar::text);

    private final Target target;
    private final Scalar agent;
    private final Sequence scopes;
    private final Sequence bothSides;
    private final Scalar required;

    EnvContract(Target target) {
        this.target = target;
        this.agent = target.agent().name();
        Environment environment = target.environment();
        this.scopes = words(
                environment.branchDeployments() ? List.of("full", "branch") : List.of("full"), environment.name());
        this.bothSides = sides(Side.BOTH, agent);
        this.required = Derived.scalar("true", ScalarType.BOOLEAN, agent);
    }

    /** What tells two entries of one name apart. */
    private record Promise(
            boolean plain,
            String said,
            List<Side> sides,
            boolean required,
            Optional<Scalar> description,
            Optional<Scalar> format,
            String via) {}

    /** One entry on its way: its first variable stands for all. */
    private record Entry(Variable variable, String via, List<Scalar> locations) {}

    Mapping of(List<LocationVariables> locations) {
        Map<String, Map<Promise, Entry>> byName = new TreeMap<>();
        for (LocationVariables own : locations) {
            Location location = own.location();
            Ways ways = new Ways(location, target.agent().platform());
            for (Variable variable : own.all()) {
                String via = ways.of(variable);
                byName.computeIfAbsent(variable.name().text(), name -> new LinkedHashMap<>())
                        .computeIfAbsent(promise(variable, via), promise -> new Entry(variable, via, new ArrayList<>()))
                        .locations()
                        .add(location.name());
            }
        }
        List<Mapping> variables = new ArrayList<>();
        byName.values().forEach(entries -> entries.values().forEach(entry -> variables.add(entry(entry))));
        return document(variables);
    }

    private static Promise promise(Variable variable, String via) {
        return new Promise(
                variable.supply() instanceof Supply.Plain,
                variable.supply().said().text(),
                variable.sides(),
                variable.isRequired(),
                variable.description(),
                variable.format(),
                via);
    }

    private Mapping document(List<Mapping> variables) {
        Scalar organization = target.fleet().organization();
        Environment environment = target.environment();
        Mapping.Builder document = Mapping.builder()
                .put("format", Derived.scalar("1", ScalarType.INTEGER, organization))
                .put("organization", Derived.text(organization.text(), organization))
                .put("repo", Derived.text(target.repo(), agent))
                .put("environment", Derived.text(environment.name().text(), environment.name()))
                .put("deployment", Derived.text(environment.deployment().text(), environment.deployment()))
                .put("platform", Derived.text(target.agent().platform().word(), agent))
                .put("variables", variables.isEmpty() ? Derived.list(variables, agent) : Derived.list(variables));
        return Derived.mapping(document, organization);
    }

    private Mapping entry(Entry entry) {
        Variable variable = entry.variable();
        Scalar name = variable.name();
        Scalar said = variable.supply().said();
        entry.locations().sort(BY_TEXT);
        Mapping.Builder out = Mapping.builder()
                .put("name", Derived.text(name.text(), name))
                .put("locations", names(entry.locations()))
                .put("sides", variable.hasBothSides() ? bothSides : sides(variable.sides(), name))
                .put("scopes", scopes)
                .put(variable.supply() instanceof Supply.Plain ? "value" : "secret", Derived.asText(said));
        variable.format().ifPresent(format -> out.put("format", Derived.asText(format)));
        out.put("required", variable.declaration().get("required").orElse(required));
        variable.description().ifPresent(description -> out.put("description", description));
        out.put("via", Derived.text(entry.via(), said));
        return Derived.mapping(out, name, said);
    }

    private static Node names(List<Scalar> locations) {
        List<Scalar> names = new ArrayList<>(locations.size());
        for (Scalar location : locations) {
            names.add(Derived.text(location.text(), location));
        }
        return Derived.list(names);
    }

    private static Sequence sides(List<Side> sides, Scalar because) {
        return words(sides.stream().map(Side::word).toList(), because);
    }

    private static Sequence words(List<String> words, Scalar because) {
        return Derived.list(
                words.stream().map(word -> Derived.text(word, because)).toList(), because);
    }
}
