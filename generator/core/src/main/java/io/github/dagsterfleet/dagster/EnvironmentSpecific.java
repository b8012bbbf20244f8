package io.github.dagsterfleet.dagster;

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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines by which a value of one target depends on its environment. */
final class EnvironmentSpecific {
    private static final String PROFILES = "profiles";

    private final Target target;
    private final Target other;
    private final Set<LayerName> layersOfOther;

    /** @param other the target beside which a profile or an agent counts as chosen for the environment */
    EnvironmentSpecific(Target target, Target other) {
        this.target = target;
        this.other = other;
        this.layersOfOther = other.layers().stream().map(Layer::name).collect(Collectors.toCollection(HashSet::new));
        if (!target.agent().name().equals(other.agent().name())) {
            layersOfOther.remove(LayerName.AGENT);
        }
    }

    /** The lines that give this value; of a mapping or a list, those that give what is in it. */
    Causes causes(Node node) {
        Causes causes = new Causes();
        collect(node, causes);
        return causes;
    }

    /** The lines that give items which the counterpart lacks, take items that it has, or order what both have. */
    Causes causes(Sequence list, Sequence counterpart) {
        Causes causes = new Causes();
        for (Node item : list.items()) {
            if (!counterpart.items().contains(item)) {
                collect(item, causes);
            }
        }
        if (list.origin() instanceof Trace trace) {
            if (!list.items().containsAll(counterpart.items())) {
                collectRemovals(trace, causes);
            } else if (list.items().size() == counterpart.items().size()) {
                trace.steps().forEach(step -> collect(step, causes));
            }
        }
        return causes;
    }

    /** A list whose items have keys knows who took which; of any other only the step that took some is known. */
    private void collectRemovals(Trace list, Causes causes) {
        list.removed().values().forEach(removed -> collect(removed.last(), causes));
        for (Step step : list.steps()) {
            boolean takes =
                    switch (step.verb()) {
                        case REMOVED -> list.removed().isEmpty();
                        case OVERRIDDEN, REPLACED -> true;
                        default -> false;
                    };
            if (takes) {
                collect(step, causes);
            }
        }
    }

    /** The line that took a key away. */
    Causes removal(Mapping mapping, String key) {
        Causes causes = new Causes();
        if (mapping.origin() instanceof Trace trace) {
            trace.removed(key).ifPresent(removed -> collect(removed.last(), causes));
        }
        return causes;
    }

    private void collect(Node node, Causes causes) {
        if (node instanceof Mapping mapping && !mapping.isEmpty()) {
            mapping.forEach(entry -> collect(entry.value(), causes));
        } else if (node instanceof Sequence list && !list.items().isEmpty()) {
            list.items().forEach(item -> collect(item, causes));
        } else if (node.origin() instanceof Trace trace) {
            collect(trace, causes);
        }
    }

    private void collect(Trace trace, Causes causes) {
        collect(trace.winner(), causes);
        if (trace.last().verb() == Verb.REFERRED && namesEnvironment(trace.inputs())) {
            causes.add(trace.span());
        }
        trace.inputs().forEach(input -> collect(input, causes));
    }

    /** The name of an environment stands in base.yaml, where no layer says it. */
    private boolean namesEnvironment(List<Node> inputs) {
        Span name = target.environment().name().span();
        return inputs.stream().anyMatch(input -> input.span().equals(name));
    }

    private void collect(Step step, Causes causes) {
        LayerName layer = step.layer();
        if (layer.equals(LayerName.DERIVE) || layer.equals(LayerName.REFERENCES)) {
            return;
        }
        if (layer.isEnvironmentSpecific()) {
            causes.add(step.span());
        } else if (!layersOfOther.contains(layer)) {
            Causes choice = layer.equals(LayerName.AGENT) ? choiceOfAgent() : choiceOfProfiles();
            choice.lines().forEach(line -> causes.add(line, step.span()));
            if (choice.isEmpty()) {
                causes.add(step.span());
            }
        }
    }

    private Causes choiceOfAgent() {
        Causes causes = new Causes();
        for (Target one : List.of(target, other)) {
            one.facts().get("agent").ifPresent(agent -> collect(agent, causes));
        }
        return causes;
    }

    /** What gives the target profiles that the other lacks, and what takes from the other those that the target has. */
    private Causes choiceOfProfiles() {
        Sequence ours = profiles(target);
        Sequence theirs = profiles(other);
        Causes causes = causes(ours, theirs);
        EnvironmentSpecific inOther = mirrored();
        causes.addAll(inOther.causes(theirs, ours));
        causes.addAll(inOther.removal(other.facts(), PROFILES));
        return causes;
    }

    /** The same question with the two targets in each other's place. */
    private EnvironmentSpecific mirrored() {
        return new EnvironmentSpecific(/* target= */ other, /* other= */ target);
    }

    private static Sequence profiles(Target target) {
        Mapping facts = target.facts();
        return facts.sequence(PROFILES).orElseGet(() -> new Sequence(List.of(), facts.origin()));
    }
}
