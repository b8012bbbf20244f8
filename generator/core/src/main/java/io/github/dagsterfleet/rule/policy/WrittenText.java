package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Finds where people wrote a part of a text that was put together from several. */
final class WrittenText {
    private WrittenText() {}

    /** The text itself, or the one below {@code vars}, say, that a reference took the part from. */
    static Scalar holding(String part, Scalar text) {
        if (text.origin() instanceof Trace trace) {
            for (Node input : trace.inputs()) {
                if (input instanceof Scalar source && source.text().contains(part)) {
                    return holding(part, source);
                }
            }
        }
        return text;
    }

    /** The texts that references put into this one, at whatever depth; none for a text that is as somebody wrote it. */
    static List<String> parts(Scalar text) {
        List<String> parts = new ArrayList<>();
        collect(text, parts);
        return parts;
    }

    private static void collect(Scalar text, List<String> parts) {
        if (text.origin() instanceof Trace trace) {
            for (Node input : trace.inputs()) {
                if (input instanceof Scalar source) {
                    parts.add(source.text());
                    collect(source, parts);
                }
            }
        }
    }
}
