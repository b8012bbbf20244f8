package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.layer.Step;
import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Answers without secrets: in values, in keys and in what every layer said. */
record Unsecret(Redaction redaction) {
    Answer answer(Answer answer) {
        return new Answer(
                redaction.of(answer.key()),
                answer.owner().map(owner -> new Answer.Owner(owner.kind(), redaction.of(owner.name()))),
                answer.value().map(this::node),
                answer.trace().stream().map(this::step).toList());
    }

    private Step step(Step step) {
        return new Step(step.layer(), step.span(), step.verb(), step.value().map(this::node));
    }

    private Node node(Node node) {
        if (node instanceof Mapping mapping) {
            Mapping.Builder out = Mapping.builder();
            mapping.forEach(entry -> out.put(scalar(entry.key()), node(entry.value())));
            return out.build(mapping.origin());
        }
        if (node instanceof Sequence list) {
            List<Node> items = new ArrayList<>(list.items().size());
            list.items().forEach(item -> items.add(node(item)));
            return new Sequence(items, list.origin());
        }
        return scalar((Scalar) node);
    }

    private Scalar scalar(Scalar scalar) {
        String shown = redaction.of(scalar.text());
        return shown.equals(scalar.text()) ? scalar : Scalar.string(shown, scalar.origin());
    }
}
