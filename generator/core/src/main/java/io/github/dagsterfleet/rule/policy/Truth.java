package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;

/** What is true to Dagster: in files of others a boolean has any of the spellings of YAML 1.1. */
final class Truth {
    private Truth() {}

    static boolean is(Node value) {
        return value instanceof Scalar scalar
                && scalar.type() == ScalarType.BOOLEAN
                && (scalar.text().equalsIgnoreCase("true")
                        || scalar.text().equalsIgnoreCase("yes")
                        || scalar.text().equalsIgnoreCase("on"));
    }
}
