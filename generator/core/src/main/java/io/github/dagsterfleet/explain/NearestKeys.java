package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The keys of a tree that a misspelt one may have meant. */
record NearestKeys(Lookup tree) {
    private static final int MOST = 3;

    /** At most three, the most likely first. */
    List<KeyPath> to(KeyPath asked) {
        List<KeyPath> respelt = respelt(asked);
        return respelt.isEmpty() ? elsewhere(asked) : respelt;
    }

    /** The first segment that leads nowhere, replaced by the nearest that lead somewhere. */
    private List<KeyPath> respelt(KeyPath asked) {
        Node at = tree.root();
        Shape shape = tree.shape();
        for (int depth = 0; depth < asked.length(); depth++) {
            Segment segment = asked.segments().get(depth);
            Optional<Node> next = segment.in(at, shape);
            if (next.isEmpty()) {
                KeyPath before = asked.to(depth);
                List<KeyPath> quoted = quoted(before, asked.from(depth));
                KeyPath behind = asked.from(depth + 1);
                return quoted.isEmpty()
                        ? nearest(segment, there(at, shape), shape).stream()
                                .map(before::plus)
                                .map(path -> tree.find(path.plus(behind)).isPresent() ? path.plus(behind) : path)
                                .toList()
                        : quoted;
            }
            at = next.get();
            shape = segment.below(shape).orElse(Shape.UNTYPED);
        }
        return List.of();
    }

    /** The key, should names that were joined by dots be one name with dots in it. */
    private List<KeyPath> quoted(KeyPath before, KeyPath asked) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < asked.length() && asked.segments().get(i) instanceof Segment.Name part; i++) {
            name.append(i == 0 ? "" : ".").append(part.text());
            KeyPath path = before.plus(new Segment.Name(name.toString())).plus(asked.from(i + 1));
            if (i > 0 && tree.find(path).isPresent()) {
                return List.of(path);
            }
        }
        return List.of();
    }

    /** What stands in a node, and what a layer took from it. */
    private static List<Segment> there(Node node, Shape shape) {
        List<Segment> there = new ArrayList<>(Segment.of(node, shape));
        if (node instanceof Mapping && node.origin() instanceof Trace trace) {
            trace.removed().keySet().forEach(name -> there.add(new Segment.Name(name)));
        }
        return there;
    }

    /** An item may be asked for as {@code $remove} names it, without the name of its field. */
    private static List<Segment> nearest(Segment asked, List<Segment> there, Shape shape) {
        List<Segment> nearest = nearest(word(asked), there, NearestKeys::word);
        return nearest.isEmpty() && asked instanceof Segment.Item item
                ? nearest(item.text(), there, segment -> segment.whenRemoved(shape))
                : nearest;
    }

    private static List<Segment> nearest(String asked, List<Segment> there, Function<Segment, String> word) {
        return Suggestions.nearest(asked, there.stream().map(word).toList()).stream()
                .flatMap(near ->
                        there.stream().filter(segment -> word.apply(segment).equals(near)))
                .toList();
    }

    /** Keys that end as the one that was asked for. */
    private List<KeyPath> elsewhere(KeyPath asked) {
        List<KeyPath> found = new ArrayList<>();
        collect(tree.root(), tree.shape(), KeyPath.ROOT, asked, found);
        return found.size() <= MOST ? found : found.subList(0, MOST);
    }

    private static void collect(Node node, Shape shape, KeyPath at, KeyPath asked, List<KeyPath> found) {
        if (at.length() > asked.length()
                && at.from(at.length() - asked.length()).equals(asked)) {
            found.add(at);
        }
        for (Segment segment : Segment.of(node, shape)) {
            segment.in(node, shape)
                    .ifPresent(below ->
                            collect(below, segment.below(shape).orElse(Shape.UNTYPED), at.plus(segment), asked, found));
        }
    }

    private static String word(Segment segment) {
        return segment instanceof Segment.Name name ? name.text() : new KeyPath(List.of(segment)).toString();
    }
}
