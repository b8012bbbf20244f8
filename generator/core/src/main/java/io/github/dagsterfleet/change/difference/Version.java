package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.render.Draft;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.source.TextDecoder;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.format.Formats;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A file as one side has it. One that was rendered knows what made each place in it. For one thread. */
public final class Version {
    private final SourceText text;
    private final Optional<Draft> draft;
    private Optional<Optional<Node>> tree = Optional.empty();

    private Version(SourceText text, Optional<Draft> draft) {
        this.text = text;
        this.draft = draft;
    }

    public static Version rendered(Draft draft) {
        return new Version(new SourceText(draft.path(), draft.text()), Optional.of(draft));
    }

    /** One that lies somewhere. What is no text is taken for one that nobody can read. */
    public static Version written(SourceFile file) {
        return new Version(
                TextDecoder.decode(file, new Findings()).orElseGet(() -> new SourceText(file.path(), "\0")),
                Optional.empty());
    }

    String text() {
        return text.content();
    }

    boolean isSameAs(Version other) {
        return text.content().equals(other.text.content());
    }

    /** Empty for a file of no format, or with errors in it. */
    Optional<Node> tree() {
        if (tree.isEmpty()) {
            tree = Optional.of(read());
        }
        return tree.get();
    }

    private Optional<Node> read() {
        Findings wrong = new Findings();
        return Formats.of(text.path())
                .flatMap(format -> format.read(text, wrong))
                .filter(root -> !wrong.hasErrors());
    }

    /**
     * The line that made a node of this version's tree; empty where nobody knows.
     *
     * @param other what the other side has in its place, if anything
     */
    Optional<Span> cause(Node node, Optional<Node> other) {
        Optional<Scalar> scalar = firstScalar(node);
        String before = other.filter(Scalar.class::isInstance)
                .map(was -> ((Scalar) was).text())
                .orElse("");
        return scalar.flatMap(made -> cause(made.span(), before));
    }

    /** The line that made the one at an offset. */
    Optional<Span> cause(int offset, String before) {
        if (text.content().isEmpty()) {
            return Optional.empty();
        }
        int line = text.lines().line(offset);
        return cause(text.span(offset, Math.max(offset, text.lines().end(line))), before);
    }

    /**
     * The source of a value that the other side has not; the template, where every value that was printed there stands on
     * the other side too.
     */
    private Optional<Span> cause(Span place, String before) {
        if (draft.isEmpty()) {
            return Optional.empty();
        }
        for (Scalar value : draft.get().values(place.start(), place.end())) {
            if (!WholeWord.in(before, value.text())) {
                return Optional.of(source(value, before).span());
            }
        }
        return draft.get().template(place.start());
    }

    /** Of what was made from several values, the one that the other side does not have. */
    private static Node source(Scalar value, String before) {
        List<Node> inputs = new ArrayList<>();
        collect(value, inputs);
        for (Node input : inputs) {
            if (input instanceof Scalar scalar && !WholeWord.in(before, scalar.text())) {
                return input;
            }
        }
        return value;
    }

    private static void collect(Node made, List<Node> sources) {
        List<Node> inputs = made.origin() instanceof Trace trace ? trace.inputs() : List.of();
        if (inputs.isEmpty()) {
            sources.add(made);
        }
        inputs.forEach(input -> collect(input, sources));
    }

    /** The variable whose value stands in a node; empty where none does, or nobody knows. */
    Optional<String> variable(Node node) {
        if (draft.isEmpty() || !(node instanceof Scalar scalar)) {
            return Optional.empty();
        }
        for (Scalar value :
                draft.get().values(scalar.span().start(), scalar.span().end())) {
            for (Mapping variable : draft.get().variables()) {
                boolean its = Stream.of("value", "secret")
                        .flatMap(key -> variable.get(key).stream())
                        .anyMatch(said -> said.span().equals(value.span()));
                if (its) {
                    return variable.text("name");
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a template made a node of several values, which may be those of variables. */
    boolean isMixed(Node node) {
        return draft.isPresent()
                && node instanceof Scalar scalar
                && draft.get().values(scalar.span().start(), scalar.span().end()).stream()
                        .anyMatch(value -> value.span()
                                .path()
                                .equals(draft.get().artifact().template()));
    }

    private static Optional<Scalar> firstScalar(Node node) {
        if (node instanceof Scalar scalar) {
            return Optional.of(scalar);
        }
        if (node instanceof Sequence list) {
            return list.items().stream()
                    .flatMap(item -> firstScalar(item).stream())
                    .findFirst();
        }
        return ((Mapping) node)
                .entries().stream()
                        .flatMap(entry -> firstScalar(entry.value()).stream())
                        .findFirst();
    }
}
