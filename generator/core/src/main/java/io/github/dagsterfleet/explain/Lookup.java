package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.layer.Step;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
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
        return find(path.segments())
                .map(found -> new Answer(path.toString(), Optional.empty(), found.value, found.steps()));
    }

    /**
     * @param value empty for what is gone
     * @param story empty for what was made of several values, and said by nobody
     */
    private record Found(Optional<Node> value, Optional<Story> story) {
        Found lockedBy(Trace above) {
            return new Found(value, story.map(known -> known.lockedBy(above)));
        }

        Found goneWith(Trace above) {
            return new Found(Optional.empty(), story.map(known -> known.goneWith(above)));
        }

        List<Step> steps() {
            return story.map(Story::winnerFirst).orElse(List.of());
        }
    }

    private Optional<Found> find(List<Segment> path) {
        Optional<Trace> trace = root.origin() instanceof Trace told ? Optional.of(told) : Optional.empty();
        if (path.isEmpty()) {
            Shown shown = new Shown(shape);
            return Optional.of(new Found(
                    Optional.of(shown.node(root)),
                    trace.map(root instanceof Scalar ? Story::of : Story::ofParts)
                            .map(story -> story.referred(root).shown(shown))));
        }
        Segment next = path.get(0);
        Shape below = next.below(shape).orElse(Shape.UNTYPED);
        List<Segment> rest = path.subList(1, path.size());
        Optional<Node> there = next.in(root, shape);
        Optional<Found> found = there.isPresent()
                ? new Lookup(there.get(), below).find(rest)
                : trace.flatMap(told -> told.removed(next.whenRemoved(shape))).flatMap(gone -> gone(gone, below, rest));
        return trace.isPresent() ? found.map(known -> known.lockedBy(trace.get())) : found;
    }

    /** A value that is gone, or, where the path goes on, what went with it. */
    private static Optional<Found> gone(Trace gone, Shape shape, List<Segment> path) {
        return path.isEmpty()
                ? Optional.of(
                        new Found(Optional.empty(), Optional.of(Story.of(gone).shown(new Shown(shape)))))
                : gone.lost()
                        .flatMap(lost -> new Lookup(lost, shape).find(path))
                        .map(below -> below.goneWith(gone));
    }
}
