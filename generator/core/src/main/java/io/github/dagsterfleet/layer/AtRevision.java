package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Origin;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Names a commit in all that was read from others which say the same, word for word: what many commits have alike is read
 * and folded once, and each is then told of under its own name. Whichever commit a place names, it names this one then, so
 * it is for what is made from one release and the tree; a place in the tree stays as it is. For one thread; one object
 * for what belongs together, since nodes that were one stay one.
 */
public final class AtRevision {
    private final String revision;
    private final IdentityHashMap<SourceText, SourceText> texts = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Node> nodes = new IdentityHashMap<>();
    private final IdentityHashMap<Trace, Trace> traces = new IdentityHashMap<>();
    private final IdentityHashMap<Step, Step> steps = new IdentityHashMap<>();

    /** @param revision the commit, shortened, as {@link SourceText#revision()} has it */
    public AtRevision(String revision) {
        this.revision = revision;
    }

    /** The same stretch. */
    public Span of(Span span) {
        SourceText text = of(span.text());
        return text == span.text() ? span : text.span(span.start(), span.end());
    }

    /** The same text. */
    public SourceText of(SourceText text) {
        return text.revision().filter(read -> !read.equals(revision)).isEmpty()
                ? text
                : texts.computeIfAbsent(text, read -> read.at(revision));
    }

    /** The same value. */
    public Scalar of(Scalar scalar) {
        return (Scalar) of((Node) scalar);
    }

    /** The same values, with everything below. */
    public Mapping of(Mapping mapping) {
        return (Mapping) of((Node) mapping);
    }

    Node of(Node node) {
        return once(nodes, node, this::copy);
    }

    private Node copy(Node node) {
        Origin origin = of(node.origin());
        if (node instanceof Mapping mapping) {
            Mapping.Builder entries = Mapping.builder();
            mapping.forEach(entry -> entries.put(of(entry.key()), of(entry.value())));
            return entries.build(origin);
        }
        if (node instanceof Sequence sequence) {
            List<Node> items = sequence.items().stream().map(this::of).toList();
            return new Sequence(items, origin);
        }
        return origin == node.origin() ? node : node.withOrigin(origin);
    }

    private Origin of(Origin origin) {
        return origin instanceof Trace trace ? of(trace) : of(origin.span());
    }

    Trace of(Trace trace) {
        return once(traces, trace, read -> read.at(this));
    }

    Step of(Step step) {
        return once(
                steps,
                step,
                read -> new Step(
                        read.layer(), of(read.span()), read.verb(), read.value().map(this::of)));
    }

    /** Looks, makes and keeps, as making one makes others of the same kind. */
    private static <T> T once(IdentityHashMap<T, T> known, T read, UnaryOperator<T> made) {
        T found = known.get(read);
        if (found == null) {
            found = made.apply(read);
            known.put(read, found);
        }
        return found;
    }
}
