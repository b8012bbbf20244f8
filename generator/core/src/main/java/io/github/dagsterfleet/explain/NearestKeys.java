package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
                KeyPath behind = asked.from(depth + 1);
                return nearest(segment, Segment.of(at, shape)).stream()
                        .map(before::plus)
                        .map(path -> tree.find(path.plus(behind)).isPresent() ? path.plus(behind) : path)
                        .toList();
            }
            at = next.get();
            shape = segment.below(shape).orElse(Shape.UNTYPED);
        }
        return List.of();
    }

    private static List<Segment> nearest(Segment asked, List<Segment> there) {
        List<String> words = Suggestions.nearest(
                word(asked), there.stream().map(NearestKeys::word).toList());
        return words.stream()
                .flatMap(word -> there.stream().filter(segment -> word(segment).equals(word)))
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
