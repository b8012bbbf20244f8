package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * {@code merge_behavior: SHALLOW} makes the agent drop, without a word, whatever {@code container_context.k8s} says at
 * its top for a key that a {@code container_config} has too.
 */
public final class ShallowMerge {
    private static final List<Overlap> OVERLAPS = List.of(
            new Overlap("env_vars", "env"),
            new Overlap("env_secrets", "env_from"),
            new Overlap("env_config_maps", "env_from"),
            new Overlap("volume_mounts", "volume_mounts"),
            new Overlap("resources", "resources"));

    private ShallowMerge() {}

    /** What stands at the top, and what it is called in a container. */
    private record Overlap(String atTop, String inContainer) {}

    /** @param k8s what stands below {@code container_context.k8s} */
    public static void check(Mapping k8s, Findings findings) {
        for (Side side : Side.BOTH) {
            Optional<Mapping> config = k8s.mapping(side.k8sConfig());
            Optional<Scalar> shallow = config.flatMap(said -> said.scalar("merge_behavior"))
                    .filter(behaviour -> behaviour.text().equals("SHALLOW"));
            Optional<Mapping> container = config.flatMap(said -> said.mapping(K8sContext.CONTAINER));
            if (shallow.isPresent() && container.isPresent()) {
                OVERLAPS.forEach(overlap -> check(overlap, k8s, container.get(), shallow.get(), findings));
            }
        }
    }

    private static void check(Overlap overlap, Mapping k8s, Mapping container, Scalar shallow, Findings findings) {
        Optional<Node> lost = k8s.get(overlap.atTop);
        Optional<Node> kept = container.get(overlap.inContainer);
        if (lost.isPresent() && kept.isPresent()) {
            findings.add(Finding.at(
                            FindingCode.DAGSTER_SHALLOW_MERGE,
                            shallow.origin(),
                            "`SHALLOW` makes the agent drop `" + overlap.atTop + "` for the container's `"
                                    + overlap.inContainer + "`")
                    .label("drops values")
                    .note("this would be dropped", lost.get().origin())
                    .note("this would be kept", kept.get().origin())
                    .help("remove `merge_behavior`: what is said on both levels then adds up"));
        }
    }
}
