package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.layer.Step;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * An explanation for machines, format 1: {@code repo}, {@code environment}, {@code key} when one was asked for, {@code
 * value} and {@code trace}, or {@code answers} where locations or projects differ, and {@code layers} from low to high. A
 * key that was taken away has no {@code value}; a step that says no value, such as a removal, has none either.
 */
public final class ExplanationJson {
    private ExplanationJson() {}

    /** The whole document, with a line feed at the end. */
    public static String print(Explanation explanation) {
        Mapping.Builder out = Mapping.builder()
                .put("format", number(1))
                .put("repo", text(explanation.repo()))
                .put("environment", text(explanation.environment()));
        explanation.release().ifPresent(release -> out.put("release", release(release)));
        explanation.key().ifPresent(key -> out.put("key", text(key)));
        if (explanation.differs()) {
            out.put(
                    "answers",
                    list(explanation.answers().stream()
                            .map(ExplanationJson::ofOwner)
                            .toList()));
        } else {
            out.putAll(answer(Mapping.builder(), explanation.answers().get(0)));
        }
        out.put(
                "layers",
                list(explanation.layers().stream().map(ExplanationJson::layer).toList()));
        return JsonFormat.INSTANCE.write(object(out));
    }

    private static Mapping release(ReleaseName release) {
        Mapping.Builder out =
                Mapping.builder().put("commit", text(release.commit().value()));
        release.date().ifPresent(date -> out.put("date", text(date.toString())));
        release.subject().ifPresent(subject -> out.put("subject", text(subject)));
        return object(out);
    }

    private static Mapping ofOwner(Answer answer) {
        Mapping.Builder out = Mapping.builder();
        answer.owner().ifPresent(owner -> out.put(owner.kind(), text(owner.name())));
        return answer(out, answer);
    }

    private static Mapping answer(Mapping.Builder out, Answer answer) {
        answer.value().ifPresent(value -> out.put("value", holdable(value)));
        return object(out.put(
                "trace", list(answer.trace().stream().map(ExplanationJson::step).toList())));
    }

    private static Mapping step(Step step) {
        Mapping.Builder out = Mapping.builder()
                .put("layer", text(step.layer().value()))
                .put("file", text(step.span().path().value()))
                .put("line", number(step.span().line()))
                .put("column", number(step.span().column()))
                .put("verb", text(step.verb().word()));
        step.value().ifPresent(value -> out.put(step.reason().isPresent() ? "reason" : "value", holdable(value)));
        return object(out);
    }

    private static Mapping layer(Explanation.Source source) {
        return object(Mapping.builder()
                .put("layer", text(source.layer().value()))
                .put("file", text(source.file().value())));
    }

    /** JSON has no infinity: what it cannot hold is given as text. */
    private static Node holdable(Node node) {
        if (node instanceof Mapping mapping) {
            Mapping.Builder out = Mapping.builder();
            mapping.forEach(entry -> out.put(entry.key(), holdable(entry.value())));
            return object(out);
        }
        if (node instanceof Sequence sequence) {
            List<Node> items = new ArrayList<>(sequence.items().size());
            sequence.items().forEach(item -> items.add(holdable(item)));
            return list(items);
        }
        return node instanceof Scalar scalar && !JsonFormat.INSTANCE.canHold(scalar) ? text(scalar.text()) : node;
    }

    private static Scalar text(String text) {
        return Scalar.string(text, Nowhere.SPAN);
    }

    private static Scalar number(int number) {
        return new Scalar(Integer.toString(number), ScalarType.INTEGER, Nowhere.SPAN);
    }

    private static Mapping object(Mapping.Builder members) {
        return members.build(Nowhere.SPAN);
    }

    private static Sequence list(List<? extends Node> items) {
        return new Sequence(List.copyOf(items), Nowhere.SPAN);
    }
}
