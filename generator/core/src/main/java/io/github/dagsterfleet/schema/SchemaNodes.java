package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Origin;
import java.util.List;

/** Makes the nodes of a published schema; they stand nowhere else, so all have one origin. */
record SchemaNodes(Origin origin) {
    Scalar text(String text) {
        return Scalar.string(text, origin);
    }

    Scalar flag(boolean value) {
        return new Scalar(Boolean.toString(value), ScalarType.BOOLEAN, origin);
    }

    Scalar number(long value) {
        return new Scalar(Long.toString(value), ScalarType.INTEGER, origin);
    }

    Sequence list(List<? extends Node> items) {
        return new Sequence(List.copyOf(items), origin);
    }

    Sequence texts(List<String> items) {
        return list(items.stream().map(this::text).toList());
    }

    /** A schema of one keyword. */
    Mapping only(String keyword, Node value) {
        return build(Mapping.builder().put(keyword, value));
    }

    /** A reference to a definition. */
    Mapping reference(String name) {
        return only("$ref", text(Definitions.reference(name)));
    }

    Mapping build(Mapping.Builder builder) {
        return builder.build(origin);
    }
}
