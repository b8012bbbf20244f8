package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.layer.ReferenceText.Piece;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Origin;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts in the values of {@code ${name}} after the fold: no expressions, no clock, no process environment; a doubled
 * {@code $} makes a literal of it. A scalar that is one reference takes the type of what it names. Unknown names and
 * cycles are errors. Keys are never resolved. Not safe for use by several threads.
 */
public final class References {
    private final Scope scope;
    /** What was looked up already; empty where resolving it failed, which has been reported then. */
    private final Map<String, Optional<Node>> known = new HashMap<>();
    /** The references that are being followed, outermost first. */
    private final List<Reference> path = new ArrayList<>();
    /** Where scalars stayed as written; two readings of its size tell whether what lies between is complete. */
    private final List<Span> unresolved = new ArrayList<>();

    public References(Scope scope) {
        this.scope = scope;
    }

    /** What references may name, itself not resolved yet: looking a name up resolves what it finds. */
    public interface Scope {
        /** The value of a dotted name. */
        Optional<Node> find(String name);

        /** Every name there is, for suggestions. */
        Collection<String> names();

        /** Whether the name is right, though nothing may stand for it here. */
        boolean isName(String name);

        /** The file of what is being resolved, which can say more. */
        SourcePath file();
    }

    /** One use of a name. */
    record Reference(String name, Scalar in) {}

    /** The same tree without references; what could not be resolved stays as written, with an error. */
    public Mapping resolve(Mapping merged, Findings findings) {
        Findings found = new Findings();
        Mapping resolved = mapping(merged, found);
        if (!found.isEmpty()) {
            findings.addAll(new LinkedHashSet<>(found.list()));
        }
        return resolved;
    }

    /** Where scalars stand that stayed as written; whatever else is wrong with them only follows from that. */
    public Set<Span> unresolved() {
        return Set.copyOf(unresolved);
    }

    private Node node(Node node, Findings findings) {
        if (node instanceof Scalar scalar) {
            return ReferenceText.isIn(scalar) ? put(scalar, findings) : scalar;
        }
        return node instanceof Mapping mapping ? mapping(mapping, findings) : list((Sequence) node, findings);
    }

    private Node put(Scalar scalar, Findings findings) {
        Optional<Node> value = scalar(scalar, findings);
        if (value.isEmpty()) {
            unresolved.add(scalar.span());
        }
        return value.orElse(scalar);
    }

    private Mapping mapping(Mapping mapping, Findings findings) {
        Mapping.Builder changed = null;
        for (Mapping.Entry entry : mapping.entries()) {
            Node resolved = node(entry.value(), findings);
            if (resolved != entry.value()) {
                changed = changed == null ? mapping.toBuilder() : changed;
                changed.put(entry.key(), resolved);
            }
        }
        return changed == null ? mapping : changed.build(mapping.origin());
    }

    private Sequence list(Sequence list, Findings findings) {
        List<Node> changed = null;
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            Node resolved = node(item, findings);
            if (resolved != item) {
                changed = changed == null ? new ArrayList<>(list.items()) : changed;
                changed.set(i, resolved);
            }
        }
        return changed == null ? list : new Sequence(changed, list.origin());
    }

    /** The scalar with its references put in; empty after an error. */
    private Optional<Node> scalar(Scalar scalar, Findings findings) {
        Optional<List<Piece>> pieces = ReferenceText.pieces(scalar, findings);
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        List<Piece> all = pieces.get();
        if (all.size() == 1 && all.get(0).isReference()) {
            Optional<Node> value = lookUp(new Reference(all.get(0).text(), scalar), findings);
            return value.isEmpty()
                    ? value
                    : Optional.of(value.get().withOrigin(referred(scalar, List.of(value.get()))));
        }
        return joined(scalar, all, findings);
    }

    private Optional<Node> joined(Scalar scalar, List<Piece> pieces, Findings findings) {
        StringBuilder text = new StringBuilder();
        List<Node> inputs = new ArrayList<>();
        boolean complete = true;
        for (Piece piece : pieces) {
            if (!piece.isReference()) {
                text.append(piece.text());
                continue;
            }
            Optional<Scalar> value = text(new Reference(piece.text(), scalar), findings);
            if (value.isPresent()) {
                text.append(value.get().text());
                inputs.add(value.get());
            }
            complete &= value.isPresent();
        }
        if (!complete) {
            return Optional.empty();
        }
        return Optional.of(
                Scalar.string(text.toString(), inputs.isEmpty() ? scalar.origin() : referred(scalar, inputs)));
    }

    private Optional<Scalar> text(Reference reference, Findings findings) {
        Optional<Node> value = lookUp(reference, findings);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof Scalar text) {
            return Optional.of(text);
        }
        findings.add(ReferenceFindings.notAText(reference, value.get()));
        return Optional.empty();
    }

    /** What the scope knows from elsewhere, such as the organisation's name, has no trace to go on with. */
    private static Origin referred(Scalar scalar, List<Node> inputs) {
        return scalar.origin() instanceof Trace trace
                ? trace.referred(new Step(LayerName.REFERENCES, trace.span(), Verb.REFERRED, Optional.empty()), inputs)
                : scalar.origin();
    }

    private Optional<Node> lookUp(Reference reference, Findings findings) {
        String name = reference.name();
        Optional<Node> before = known.get(name);
        if (before != null) {
            return before;
        }
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).name().equals(name)) {
                findings.add(ReferenceFindings.cycle(closed(i, reference)));
                return Optional.empty();
            }
        }
        Optional<Node> found = scope.find(name);
        if (found.isEmpty()) {
            findings.add(
                    scope.isName(name)
                            ? ReferenceFindings.missing(reference, scope.file())
                            : ReferenceFindings.unknown(reference, scope));
            return Optional.empty();
        }
        path.add(reference);
        int already = unresolved.size();
        Node value = node(found.get(), findings);
        path.remove(path.size() - 1);
        Optional<Node> result = unresolved.size() > already ? Optional.empty() : Optional.of(value);
        known.put(name, result);
        return result;
    }

    /** The references of a circle: those that were followed into it, and the one that closes it. */
    private List<Reference> closed(int start, Reference last) {
        List<Reference> circle = new ArrayList<>(path.subList(start + 1, path.size()));
        circle.add(last);
        return circle;
    }
}
