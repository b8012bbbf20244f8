package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    /** One entry on its way: its first variable stands for all. */
    private record Entry(Variable variable, String via, List<Scalar> locations) {
        boolean promises(Variable other, String otherVia) {
            return variable.promisesAs(other) && via.equals(otherVia);
        }
    }

    Mapping of(List<LocationVariables> locations) {
        Map<String, List<Entry>> byName = new TreeMap<>();
        for (LocationVariables own : locations) {
            Ways ways = new Ways(own.location(), target.agent().platform());
            for (Variable variable : own.all()) {
                List<Entry> entries = byName.computeIfAbsent(variable.name().text(), name -> new ArrayList<>(1));
                entry(entries, variable, ways.of(variable))
                        .locations()
                        .add(own.location().name());
            }
        }
        List<Mapping> variables = new ArrayList<>();
        for (List<Entry> entries : byName.values()) {
            for (Entry entry : entries) {
                variables.add(entry(entry));
            }
        }
        return document(variables);
    }

    /** The one that promises the same, or a new one. */
    private static Entry entry(List<Entry> entries, Variable variable, String via) {
        for (Entry known : entries) {
            if (known.promises(variable, via)) {
                return known;
            }
        }
        Entry fresh = new Entry(variable, via, new ArrayList<>());
        entries.add(fresh);
        return fresh;
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
        if (variable.format().isPresent()) {
            out.put("format", Derived.asText(variable.format().get()));
        }
        out.put("required", variable.declaration().get("required").orElse(required));
        if (variable.description().isPresent()) {
            out.put("description", variable.description().get());
        }
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
