package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;

/** Turns keys that may be spelt in two ways to their names. */
public final class KeySpellings {
    private KeySpellings() {}

    /** Reports every key that stands in a mapping in both its spellings, which the agent refuses. */
    public static void report(Mapping mapping, Shape shape, Findings findings) {
        if (shape.mapping().flatMap(MappingShape::object).isEmpty()) {
            return;
        }
        for (Mapping.Entry entry : mapping.entries()) {
            Scalar name = shape.named(entry.key());
            if (!name.text().equals(entry.name())) {
                mapping.entry(name.text())
                        .ifPresent(twin -> findings.add(SchemaFindings.speltTwice(entry.key(), twin.key())));
            }
        }
    }

    /** A mapping with the names of its own keys; anything else as it is. */
    public static Node named(Node node, Shape shape) {
        if (!(node instanceof Mapping mapping)
                || shape.mapping().flatMap(MappingShape::object).isEmpty()) {
            return node;
        }
        Mapping.Builder named = Mapping.builder();
        mapping.forEach(entry -> named.put(shape.named(entry.key()), entry.value()));
        return named.build(mapping.origin());
    }
}
