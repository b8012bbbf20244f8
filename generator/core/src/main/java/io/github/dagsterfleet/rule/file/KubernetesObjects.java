package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where Kubernetes objects stand in a location: the schema of Dagster+ leaves them open, the agent does not. */
final class KubernetesObjects {
    /** Open throughout. */
    private final List<Span> open = new ArrayList<>();
    /** Open, but for the keys that the schema types. */
    private final List<Span> typed = new ArrayList<>();

    private KubernetesObjects() {}

    static KubernetesObjects of(Mapping location) {
        KubernetesObjects objects = new KubernetesObjects();
        Optional<Mapping> k8s = location.mapping("container_context").flatMap(context -> context.mapping("k8s"));
        k8s.ifPresent(settings -> {
            settings.mapping("security_context").ifPresent(value -> objects.open.add(value.span()));
            for (String side : List.of("server_k8s_config", "run_k8s_config")) {
                settings.mapping(side)
                        .ifPresent(config -> config.forEach(entry -> {
                            if (entry.value() instanceof Mapping value) {
                                objects.open.add(value.span());
                            }
                        }));
            }
            for (String list : List.of("volumes", "volume_mounts")) {
                settings.sequence(list).stream()
                        .flatMap(items -> items.items().stream())
                        .map(Node::span)
                        .forEach(objects.typed::add);
            }
        });
        return objects;
    }

    /** Whether only the agent would say this here. What is wrong with an object as a whole, the schema says. */
    boolean leavesToAgent(FindingCode code, Span place) {
        boolean known = code == FindingCode.SCHEMA_UNKNOWN_KEY || code == FindingCode.SCHEMA_EXCLUSIVE;
        return isBelow(place, open) || (known && isBelow(place, typed));
    }

    private static boolean isBelow(Span place, List<Span> objects) {
        return objects.stream()
                .anyMatch(object ->
                        object.start() <= place.start() && place.end() <= object.end() && !place.equals(object));
    }
}
