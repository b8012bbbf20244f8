package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One definition as every schema that needs it shows it.
 *
 * @param member its name and its text
 * @param references the names of the definitions it leads to
 */
record PublishedDefinition(String member, Set<String> references) {
    /** As somebody wrote it. */
    static PublishedDefinition written(String name, Node schema) {
        return new PublishedDefinition(member(name) + PublishedText.indented(schema, 5), references(schema));
    }

    /** One that nobody wrote by hand, in one line: there is more of these than of all else. */
    static PublishedDefinition generated(String name, Node schema) {
        return new PublishedDefinition(member(name) + PublishedText.line(schema), references(schema));
    }

    private static String member(String name) {
        return "    \"" + name + "\": ";
    }

    /** In the order in which they stand. */
    static Set<String> references(Node schema) {
        Set<String> names = new LinkedHashSet<>();
        collect(schema, names);
        return names;
    }

    private static void collect(Node node, Set<String> names) {
        if (node instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                if (entry.name().equals("$ref") && entry.value() instanceof Scalar reference) {
                    names.add(Definitions.referred(reference.text()));
                }
                collect(entry.value(), names);
            }
        } else if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                collect(item, names);
            }
        }
    }
}
