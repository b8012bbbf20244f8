package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.layer.Step;
import io.github.dagsterfleet.layer.Verb;
import io.github.dagsterfleet.schema.MappingShape;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Values as a person may see them: keys in the order of the schema, and nothing that the schema calls secret. */
record Shown(Shape shape) {
    private static final String SECRET = "(secret)";

    Node node(Node node) {
        if (shape.secret()) {
            return Scalar.string(SECRET, node.origin());
        }
        if (node instanceof Mapping mapping) {
            return mapping(mapping);
        }
        if (node instanceof Sequence list) {
            Shown item = new Shown(shape.item());
            List<Node> items = new ArrayList<>(list.items().size());
            list.items().forEach(each -> items.add(item.node(each)));
            return new Sequence(items, list.origin());
        }
        return node;
    }

    private Mapping mapping(Mapping mapping) {
        Mapping.Builder out = Mapping.builder();
        shape.mapping().map(MappingShape::properties).ifPresent(known -> known.keySet()
                .forEach(key -> mapping.entry(key).ifPresent(entry -> put(entry, out))));
        mapping.forEach(entry -> {
            if (!out.has(entry.name())) {
                put(entry, out);
            }
        });
        return out.build(mapping.origin());
    }

    private void put(Mapping.Entry entry, Mapping.Builder out) {
        Shown below = new Shown(shape.below(entry.name()).orElse(Shape.UNTYPED));
        out.put(entry.key(), below.node(entry.value()));
    }

    List<Step> steps(List<Step> steps) {
        List<Step> shown = new ArrayList<>(steps.size());
        steps.forEach(step -> shown.add(step(step)));
        return shown;
    }

    /** A reason is no value, and no secret. */
    Step step(Step step) {
        return step.verb() == Verb.LOCKED
                ? step
                : new Step(step.layer(), step.span(), step.verb(), step.value().map(this::node));
    }
}
