package io.github.dagsterfleet.syntax;

import io.github.dagsterfleet.text.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list. */
public record Sequence(List<Node> items, Origin origin) implements Node {
    public Sequence {
        items = List.copyOf(items);
    }

    /** The items that are scalars; the others are left out. */
    public List<Scalar> scalars() {
        return only(Scalar.class);
    }

    /** The items that are mappings; the others are left out. */
    public List<Mapping> mappings() {
        return only(Mapping.class);
    }

    private <N extends Node> List<N> only(Class<N> kind) {
        List<N> only = new ArrayList<>(items.size());
        for (Node item : items) {
            if (kind.isInstance(item)) {
                only.add(kind.cast(item));
            }
        }
        return Collections.unmodifiableList(only);
    }

    @Override
    public Sequence withOrigin(Origin other) {
        return new Sequence(items, other);
    }

    @Override
    public String kind() {
        return "a list";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sequence that && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return items.toString();
    }
}
