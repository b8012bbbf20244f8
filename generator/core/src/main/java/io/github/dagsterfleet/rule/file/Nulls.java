package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a reader takes null as if nothing were said: the keys, as paths in which {@code []} is any item of a list. */
record Nulls(Set<String> paths) {
    /** The same keys below several places. */
    static Nulls of(List<String> places, List<String> keys) {
        return new Nulls(places.stream()
                .flatMap(place -> keys.stream().map(key -> place + key))
                .collect(Collectors.toUnmodifiableSet()));
    }

    Nulls and(Nulls others) {
        return new Nulls(Stream.concat(paths.stream(), others.paths.stream()).collect(Collectors.toUnmodifiableSet()));
    }

    /** The tree without the nulls at these places. */
    Node droppedFrom(Node node) {
        return dropped(node, "");
    }

    private Node dropped(Node node, String path) {
        if (node instanceof Mapping mapping && leadsOn(path)) {
            Mapping.Builder kept = Mapping.builder();
            for (Mapping.Entry entry : mapping.entries()) {
                String below = path.isEmpty() ? entry.name() : path + "." + entry.name();
                boolean drop = entry.value() instanceof Scalar scalar && scalar.isNull() && paths.contains(below);
                if (!drop) {
                    kept.put(entry.key(), dropped(entry.value(), below));
                }
            }
            return kept.build(mapping.origin());
        }
        if (node instanceof Sequence list && leadsOn(path + "[]")) {
            return new Sequence(
                    list.items().stream()
                            .map(item -> dropped(item, path + "[]"))
                            .toList(),
                    list.origin());
        }
        return node;
    }

    private boolean leadsOn(String path) {
        return path.isEmpty() || paths.stream().anyMatch(due -> due.startsWith(path + "."));
    }
}
