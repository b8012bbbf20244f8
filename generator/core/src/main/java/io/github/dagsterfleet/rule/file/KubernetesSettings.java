package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.Side;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.Optional;
import java.util.Set;

/**
 * The Kubernetes objects in a location. The schema of Dagster+ leaves them open but for a few keys that it types, and the
 * agent is the first to look inside; what we refuse there beyond both is said for nobody.
 */
final class KubernetesSettings {
    private static final String VOLUMES = "volumes";
    private static final String MOUNTS = "volume_mounts";
    private static final Set<String> TYPED =
            Set.of("name", "mount_path", "mount_propagation", "read_only", "sub_path", "sub_path_expr");

    private final AgentParser agent = new AgentParser();
    private final SpanSet left = new SpanSet();

    private KubernetesSettings() {}

    /** @param shape of the location as it is sent */
    static KubernetesSettings of(Mapping location, Shape shape) {
        KubernetesSettings settings = new KubernetesSettings();
        location.mapping("container_context")
                .flatMap(context -> context.mapping("k8s"))
                .ifPresent(k8s ->
                        settings.read(k8s, shape.below("container_context").flatMap(context -> context.below("k8s"))));
        return settings;
    }

    private void read(Mapping k8s, Optional<Shape> shape) {
        if (shape.isEmpty()) {
            return;
        }
        Shape settings = shape.get();
        leave(k8s, "security_context", settings);
        for (Side side : Side.BOTH) {
            Optional<Shape> parts = settings.below(side.k8sConfig());
            k8s.mapping(side.k8sConfig())
                    .ifPresent(config -> config.forEach(part -> leave(config, part.name(), parts.orElseThrow())));
        }
        items(k8s, VOLUMES, settings, Set.of("name"));
        items(k8s, MOUNTS, settings, TYPED);
    }

    /** An object as a whole, of which the schema knows that it is a mapping. */
    private void leave(Mapping holder, String key, Shape shape) {
        Optional<Shape> below = shape.below(key);
        Optional<Mapping> object = holder.mapping(key);
        if (below.isPresent() && object.isPresent()) {
            agent.read(object.get(), below.get());
            object.get().forEach(this::leave);
        }
    }

    /** The items of a list, of which the schema types these keys, in this spelling. */
    private void items(Mapping k8s, String key, Shape settings, Set<String> typed) {
        Optional<Sequence> list = k8s.sequence(key);
        Optional<Shape> item = settings.below(key).map(Shape::item);
        if (list.isEmpty() || item.isEmpty()) {
            return;
        }
        for (Node node : list.get().items()) {
            agent.read(node, item.get());
            // Without its name the schema refuses the item, whatever else is wrong with it.
            if (node instanceof Mapping object && object.has("name")) {
                object.forEach(entry -> {
                    left.add(entry.key().span());
                    if (!typed.contains(entry.name())) {
                        left.add(entry.value().span());
                    }
                });
            }
        }
    }

    private void leave(Mapping.Entry entry) {
        left.add(entry.key().span());
        left.add(entry.value().span());
    }

    /** The finding with the judge that is the first to make it; without one where only we do. */
    Finding judged(Finding finding) {
        if (!(finding.site() instanceof Site.InSpan in) || !left.hold(in.span())) {
            return finding.by(Judge.DEPLOY);
        }
        return agent.refuses(in.span()) ? finding.by(Judge.AGENT) : finding;
    }
}
