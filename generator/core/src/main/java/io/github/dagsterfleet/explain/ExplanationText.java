package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.layer.Step;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/**
 * An explanation for a person. Without a key it is YAML that can be copied, the layers and the places in comments; with a
 * key it is the value and a line for each step, the winner first.
 */
public final class ExplanationText {
    private ExplanationText() {}

    /** Whole lines, the last with its line feed. */
    public static String print(Explanation explanation) {
        return explanation.key().isEmpty() ? everything(explanation) : answers(explanation);
    }

    private static String everything(Explanation explanation) {
        List<List<String>> rows = new ArrayList<>();
        explanation
                .layers()
                .forEach(source -> rows.add(List.of(
                        "# ",
                        source.layer().value(),
                        VisibleText.of(source.file().value()))));
        StringBuilder out = new StringBuilder("# ")
                .append(VisibleText.of(explanation.repo()))
                .append(" in ")
                .append(VisibleText.of(explanation.environment()))
                .append(explanation
                        .release()
                        .map(release -> ", " + release.words())
                        .orElse(""))
                .append(", layers from low to high:\n")
                .append(new Table(rows).text())
                .append('\n');
        explanation.answers().forEach(answer -> answer.value()
                .ifPresent(value -> out.append(AnnotatedYaml.print(value, 1))));
        return out.toString();
    }

    private static String answers(Explanation explanation) {
        StringBuilder out = new StringBuilder();
        for (Answer answer : explanation.answers()) {
            out.append(out.isEmpty() ? "" : "\n").append(headline(answer));
            if (!answer.trace().isEmpty()) {
                out.append('\n').append(steps(answer.trace()));
            }
        }
        explanation
                .release()
                .ifPresent(release -> out.append('\n').append(release.words()).append('\n'));
        return out.toString();
    }

    private static String headline(Answer answer) {
        String key = VisibleText.of(answer.key());
        if (answer.value().isPresent()) {
            Node value = answer.value().get();
            return isLine(value) ? key + ": " + Brief.of(value) + "\n" : key + ":\n" + AnnotatedYaml.print(value, 3);
        }
        return key
                + (answer.trace().isEmpty()
                        ? " is not set"
                        : " is " + answer.trace().get(0).verb().word()) + "\n";
    }

    private static boolean isLine(Node value) {
        if (value instanceof Mapping mapping) {
            return mapping.isEmpty();
        }
        return !(value instanceof Sequence list) || list.items().isEmpty();
    }

    private static String said(Step step) {
        return step.reason()
                .map(reason -> "because: " + VisibleText.of(reason.text()))
                .orElseGet(() -> step.value().map(Brief::shortened).orElse(""));
    }

    private static String steps(List<Step> trace) {
        List<List<String>> rows = new ArrayList<>();
        for (Step step : trace) {
            rows.add(List.of(
                    rows.isEmpty() ? "  wins" : "",
                    step.layer().value(),
                    VisibleText.of(step.span().toString()),
                    step.verb().word(),
                    said(step)));
        }
        return new Table(rows).text();
    }
}
