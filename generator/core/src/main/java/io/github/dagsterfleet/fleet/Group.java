package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Repos for which some variables must be equal, as base.yaml says. */
public record Group(Scalar name, List<Scalar> variables, List<Scalar> members) {
    public Group {
        variables = List.copyOf(variables);
        members = List.copyOf(members);
    }

    /** In written order. */
    public static List<Group> of(Fleet fleet) {
        List<Group> groups = new ArrayList<>();
        fleet.document()
                .mapping("groups")
                .ifPresent(all -> all.forEach(entry -> {
                    if (entry.value() instanceof Mapping group) {
                        groups.add(new Group(
                                entry.key(),
                                Catalogue.scalars(group.get("variables")),
                                Catalogue.scalars(group.get("members"))));
                    }
                }));
        return List.copyOf(groups);
    }
}
