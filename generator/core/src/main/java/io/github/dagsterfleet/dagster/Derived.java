package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.layer.LayerName;
import io.github.dagsterfleet.layer.Step;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.layer.Verb;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.List;
import java.util.Optional;

/** Makes the nodes that no layer said. Each knows what it was made from; the first input is what a person looks at. */
final class Derived {
    private Derived() {}

    static Scalar text(String text, Node first, Node... others) {
        return scalar(text, ScalarType.STRING, first, others);
    }

    static Scalar scalar(String text, ScalarType type, Node first, Node... others) {
        Scalar made = new Scalar(text, type, first.span());
        return made.withOrigin(trace(made, inputs(first, others)));
    }

    /** The scalar itself when it is a text already. */
    static Scalar asText(Scalar scalar) {
        return scalar.isString() ? scalar : text(scalar.text(), scalar);
    }

    /** A list of at least one item, made from its items. */
    static Sequence list(List<? extends Node> items) {
        Sequence made = new Sequence(List.copyOf(items), items.get(0).span());
        return made.withOrigin(trace(made, List.copyOf(items)));
    }

    static Sequence list(List<? extends Node> items, Node input) {
        Sequence made = new Sequence(List.copyOf(items), input.span());
        return made.withOrigin(trace(made, List.of(input)));
    }

    static Mapping mapping(Mapping.Builder entries, Node first, Node... others) {
        return mapping(entries, inputs(first, others));
    }

    /** A mapping made from at least one input. */
    static Mapping mapping(Mapping.Builder entries, List<Node> inputs) {
        Mapping made = entries.build(inputs.get(0).span());
        return made.withOrigin(trace(made, inputs));
    }

    /** What was merged, with more or other entries: the layers' steps stay, and this stage's is added. */
    static Mapping extended(Mapping merged, Mapping.Builder entries, Node because) {
        return entries.build(touched(merged, because));
    }

    /** The same of a list. */
    static Sequence extended(Sequence merged, List<Node> items) {
        return new Sequence(items, touched(merged, items.get(0)));
    }

    private static Trace touched(Node merged, Node because) {
        Step step = new Step(LayerName.DERIVE, because.span(), Verb.DERIVED, Optional.empty());
        return Trace.of(merged).touched(step);
    }

    private static Trace trace(Node made, List<Node> inputs) {
        Step step = new Step(LayerName.DERIVE, made.span(), Verb.DERIVED, Optional.of(made));
        return Trace.derived(step, null, inputs);
    }

    private static List<Node> inputs(Node first, Node... others) {
        if (others.length == 0) {
            return List.of(first);
        }
        Node[] all = new Node[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return List.of(all);
    }
}
