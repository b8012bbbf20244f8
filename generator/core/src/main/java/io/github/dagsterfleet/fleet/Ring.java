package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Repos that take a change at the same time, as base.yaml says. */
public record Ring(Scalar name, List<Scalar> repos) {
    public Ring {
        repos = List.copyOf(repos);
    }

    /** In the order in which changes go from ring to ring. */
    public static List<Ring> of(Fleet fleet) {
        List<Ring> rings = new ArrayList<>();
        fleet.document().sequence("rings").ifPresent(all -> {
            for (Node item : all.items()) {
                if (item instanceof Mapping ring) {
                    rings.add(new Ring(ring.scalar("name").orElseThrow(), Catalogue.scalars(ring.get("repos"))));
                }
            }
        });
        return List.copyOf(rings);
    }
}
