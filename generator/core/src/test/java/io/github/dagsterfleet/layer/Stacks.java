package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.layer.Operator.Permission;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.Subject;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Stacks as tests write them, and what comes of them as tests read it. */
final class Stacks {
    private static final Set<Verb> PLAIN = EnumSet.of(Verb.SET, Verb.MERGED);

    private Stacks() {}

    /** The YAML text as a mapping. */
    static Mapping yaml(String text) {
        Findings findings = new Findings();
        Optional<Node> node = YamlFormat.INSTANCE.read(new SourceText(new SourcePath("layers.yaml"), text), findings);
        if (!findings.isEmpty()) {
            throw new AssertionError(findings.list());
        }
        return (Mapping) node.orElseThrow();
    }

    /** A mapping of names to what these layers say of {@link TestShapes#LOCATION}. */
    static List<Layer> layers(String text) {
        Findings findings = new Findings();
        List<Layer> layers = new ArrayList<>();
        yaml(text).forEach(entry -> new PatchReader(TestShapes.LOCATION, findings)
                .read(entry.value(), TestShapes.LOCATION, Subject.TOP, Permission.ALLOWED)
                .ifPresent(patch -> layers.add(RandomStack.Said.layer(entry.name(), List.of(patch), false))));
        if (!findings.isEmpty()) {
            throw new AssertionError(messages(findings.list()));
        }
        return layers;
    }

    /** The findings of reading one layer of this shape. */
    static String misread(String text, Shape shape) {
        Findings findings = new Findings();
        new PatchReader(shape, findings).read(yaml(text), shape, Subject.TOP, Permission.ALLOWED);
        return messages(findings.list());
    }

    /** What the layers fold to: one line for each leaf with its trace, the winner marked, then one for each error. */
    static String fold(String text) {
        return story(new Fold().fold(RandomStack.stack(layers(text))));
    }

    static String story(Folded folded) {
        StringBuilder out = new StringBuilder();
        write("", folded.value(), out);
        return out.append(messages(folded.findings())).toString();
    }

    private static void write(String path, Node node, StringBuilder out) {
        Trace trace = Trace.of(node);
        boolean leaf = node instanceof Scalar
                || (node instanceof Mapping mapping && mapping.isEmpty())
                || (node instanceof Sequence list && list.items().isEmpty());
        if (leaf || trace.steps().stream().anyMatch(step -> !PLAIN.contains(step.verb()))) {
            line(path, leaf ? node.toString() : "…", trace, out);
        }
        if (node instanceof Mapping mapping) {
            mapping.forEach(entry -> write(path + (path.isEmpty() ? "" : ".") + entry.name(), entry.value(), out));
        } else if (node instanceof Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                write(path + "[" + i + "]", list.items().get(i), out);
            }
        }
        for (Map.Entry<String, Trace> gone : trace.removed().entrySet()) {
            line(path + (path.isEmpty() ? "" : ".") + gone.getKey(), "-", gone.getValue(), out);
        }
    }

    private static void line(String path, String value, Trace trace, StringBuilder out) {
        out.append(path.isEmpty() ? "(all)" : path)
                .append(": ")
                .append(value)
                .append(" | ")
                .append(trace.steps().stream()
                        .map(step -> (step.equals(trace.winner()) ? "*" : "") + step.layer() + " "
                                + step.verb().word())
                        .collect(Collectors.joining(", ")))
                .append('\n');
    }

    /** One line for each finding: code, place, message. */
    static String messages(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code().id() + " " + place(finding.site()) + " " + finding.message() + "\n")
                .collect(Collectors.joining());
    }

    private static String place(Site site) {
        return site instanceof Site.InSpan in
                ? in.span().line() + ":" + in.span().column()
                : "?";
    }
}
