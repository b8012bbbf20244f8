package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.layer.Step;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.layer.Verb;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what stands at a key of a merged tree, or why nothing does any more. */
record Lookup(Node root, Shape shape) {
    /** The mapping below a key, as a tree of its own. */
    Optional<Lookup> mapping(String key) {
        return root instanceof Mapping whole
                ? whole.mapping(key)
                        .map(below -> new Lookup(below, shape.below(key).orElse(Shape.UNTYPED)))
                : Optional.empty();
    }

    /** Empty for a key that no layer ever set. */
    Optional<Answer> find(KeyPath path) {
        Node at = root;
        Shape shapeAt = shape;
        for (int i = 0; i < path.length(); i++) {
            Segment segment = path.segments().get(i);
            Optional<Node> next = segment.in(at, shapeAt);
            if (next.isEmpty()) {
                return removed(at, shapeAt, path, i);
            }
            at = next.get();
            shapeAt = segment.below(shapeAt).orElse(Shape.UNTYPED);
        }
        Shown shown = new Shown(shapeAt);
        List<Step> steps = at.origin() instanceof Trace trace ? winnerFirst(trace) : List.of();
        return Optional.of(new Answer(
                path.toString(), Optional.empty(), Optional.of(shown.node(at)), shown.steps(referred(steps, at))));
    }

    /** References are put in last of all, so what they made of the text is what stands. */
    private static List<Step> referred(List<Step> steps, Node value) {
        List<Step> all = new ArrayList<>(steps.size());
        for (Step step : steps) {
            all.add(
                    step.verb() == Verb.REFERRED
                            ? new Step(step.layer(), step.span(), step.verb(), Optional.of(value))
                            : step);
        }
        return all;
    }

    /** What is known of the key, or of the part of it that is gone, where the segment at {@code index} leads nowhere. */
    private static Optional<Answer> removed(Node parent, Shape shape, KeyPath path, int index) {
        Segment segment = path.segments().get(index);
        if (!(parent.origin() instanceof Trace trace)) {
            return Optional.empty();
        }
        Shape below = segment.below(shape).orElse(Shape.UNTYPED);
        KeyPath rest = path.from(index + 1);
        return trace.removed(segment.whenRemoved(shape))
                .map(gone -> said(winnerFirst(gone), below, rest))
                .filter(steps -> rest.length() == 0
                        || steps.stream().anyMatch(step -> step.value().isPresent()))
                .map(steps -> new Answer(path.toString(), Optional.empty(), Optional.empty(), steps));
    }

    /** What the steps say of a key below; those that speak of other keys only are left out. */
    private static List<Step> said(List<Step> steps, Shape shape, KeyPath below) {
        List<Step> said = new ArrayList<>();
        for (Step step : steps) {
            if (step.value().isEmpty()) {
                said.add(step);
                continue;
            }
            new Lookup(step.value().get(), shape)
                    .find(below)
                    .flatMap(Answer::value)
                    .ifPresent(
                            value -> said.add(new Step(step.layer(), value.span(), step.verb(), Optional.of(value))));
        }
        return said;
    }

    /** Winner first, then from new to old. */
    private static List<Step> winnerFirst(Trace trace) {
        List<Step> steps = new ArrayList<>();
        for (Step step : trace.steps()) {
            if (!step.equals(trace.winner())) {
                steps.add(0, step);
            }
        }
        steps.add(0, trace.winner());
        return steps;
    }
}
