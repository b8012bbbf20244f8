package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.layer.Layer;
import io.github.dagsterfleet.layer.LayerName;
import io.github.dagsterfleet.layer.Step;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.layer.Verb;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Span;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines by which a value of one target depends on its environment. */
final class EnvironmentSpecific {
    private final Environment environment;
    private final Set<LayerName> layersOfOther;

    /** @param other the target beside which a profile or an agent counts as chosen for the environment */
    EnvironmentSpecific(Target target, Target other) {
        this.environment = target.environment();
        this.layersOfOther = other.layers().stream().map(Layer::name).collect(Collectors.toCollection(HashSet::new));
        if (!target.agent().name().equals(other.agent().name())) {
            layersOfOther.remove(LayerName.AGENT);
        }
    }

    /** The lines that give this value; of a mapping or a list, those that give what is in it. */
    Set<Span> causes(Node node) {
        Set<Span> causes = new LinkedHashSet<>();
        collect(node, causes);
        return causes;
    }

    /** The lines that give items which the counterpart lacks, or take items that it has. */
    Set<Span> causes(Sequence list, Sequence counterpart) {
        Set<Span> causes = new LinkedHashSet<>();
        for (Node item : list.items()) {
            if (!counterpart.items().contains(item)) {
                collect(item, causes);
            }
        }
        if (list.origin() instanceof Trace trace && !list.items().containsAll(counterpart.items())) {
            trace.removed().values().forEach(removed -> collect(removed.last(), causes));
            for (Step step : trace.steps()) {
                if (step.verb() == Verb.REMOVED || step.verb() == Verb.REPLACED) {
                    collect(step, causes);
                }
            }
        }
        return causes;
    }

    /** The line that took a key away. */
    Set<Span> removal(Mapping mapping, String key) {
        Set<Span> causes = new LinkedHashSet<>();
        if (mapping.origin() instanceof Trace trace) {
            trace.removed(key).ifPresent(removed -> collect(removed.last(), causes));
        }
        return causes;
    }

    private void collect(Node node, Set<Span> causes) {
        if (node instanceof Mapping mapping && !mapping.isEmpty()) {
            mapping.forEach(entry -> collect(entry.value(), causes));
        } else if (node instanceof Sequence list && !list.items().isEmpty()) {
            list.items().forEach(item -> collect(item, causes));
        } else if (node.origin() instanceof Trace trace) {
            collect(trace, causes);
        }
    }

    private void collect(Trace trace, Set<Span> causes) {
        collect(trace.winner(), causes);
        if (trace.last().verb() == Verb.REFERRED && namesEnvironment(trace.inputs())) {
            causes.add(trace.span());
        }
        trace.inputs().forEach(input -> collect(input, causes));
    }

    private boolean namesEnvironment(List<Node> inputs) {
        return inputs.stream()
                .anyMatch(input -> input.span().equals(environment.name().span())
                        || input.span()
                                .path()
                                .equals(environment.document().span().path()));
    }

    private void collect(Step step, Set<Span> causes) {
        LayerName layer = step.layer();
        boolean ofStack = !layer.equals(LayerName.DERIVE) && !layer.equals(LayerName.REFERENCES);
        if (ofStack && (layer.isEnvironmentSpecific() || !layersOfOther.contains(layer))) {
            causes.add(step.span());
        }
    }
}
