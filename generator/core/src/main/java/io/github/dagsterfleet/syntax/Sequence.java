package io.github.dagsterfleet.syntax;

import io.github.dagsterfleet.text.Origin;
import java.util.List;

/** A list. */
public record Sequence(List<Node> items, Origin origin) implements Node {
    public Sequence {
        items = List.copyOf(items);
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
