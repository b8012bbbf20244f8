package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.dagster.BuildTime;
import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The variables of the locations that share the code of one folder, in one environment. Which of these locations imports
 * a file, only Python knows: what one of them is given counts for all.
 *
 * @param folder of the project; where a location has none of its own, what is built for it
 * @param locations where repo.yaml declares each
 * @param code the same, as they are rendered
 * @param names that they are given, or said to do without
 * @param isOpen whether they get more than these names
 */
record GivenVariables(
        String environment,
        SourcePath folder,
        List<Scalar> locations,
        List<CodeLocation> code,
        Set<String> names,
        boolean isOpen) {
    static List<GivenVariables> of(BuildTime.Copy copy) {
        Map<String, Mapping> documents = new LinkedHashMap<>();
        copy.documents().locations().forEach(document -> document.text("location_name")
                .ifPresent(name -> documents.put(name, document)));
        Map<SourcePath, List<Owner>> byFolder = new LinkedHashMap<>();
        for (Location location : copy.target().locations()) {
            Optional.ofNullable(documents.get(location.name().text()))
                    .map(document -> new Owner(location, document))
                    .ifPresent(owner -> byFolder.computeIfAbsent(owner.folder(), path -> new ArrayList<>())
                            .add(owner));
        }
        List<GivenVariables> given = new ArrayList<>();
        byFolder.forEach((folder, owners) -> given.add(of(copy, folder, owners)));
        return given;
    }

    /** A location and what is rendered for it. */
    private record Owner(Location location, Mapping document) {
        CodeLocation code() {
            return new CodeLocation(document, SourcePath.ROOT);
        }

        SourcePath folder() {
            return location.project().equals(".")
                    ? code().builtFolder().orElse(SourcePath.ROOT)
                    : new SourcePath(location.project());
        }
    }

    private static GivenVariables of(BuildTime.Copy copy, SourcePath folder, List<Owner> owners) {
        Set<String> names = new TreeSet<>(copy.target().agent().provides());
        boolean open = false;
        for (Owner owner : owners) {
            owner.location().facts().mapping("env").ifPresent(env -> names.addAll(env.keys()));
            open |= UnknownKeys.isGivenAny(owner.document(), copy.target());
        }
        List<Scalar> locations =
                owners.stream().map(owner -> owner.location().name()).toList();
        for (Mapping variable : copy.documents().envSet().mappings("variables")) {
            if (!Collections.disjoint(variable.scalars("locations"), locations)) {
                variable.text("name").ifPresent(names::add);
            }
        }
        return new GivenVariables(
                copy.target().environment().name().text(),
                folder,
                locations,
                owners.stream().map(Owner::code).toList(),
                names,
                open);
    }
}
