package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.Side;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A container can mount only volumes that its pod has. The agent may bring some of its own, so a name that this location
 * does not declare is a warning.
 */
final class VolumeMounts implements Rule {
    private static final String MOUNTS = "volume_mounts";
    private static final String VOLUMES = "volumes";

    @Override
    public void check(ParsedFile file, Findings findings) {
        for (Mapping location : file.locations()) {
            Optional<Mapping> k8s = location.mapping("container_context").flatMap(context -> context.mapping("k8s"));
            if (k8s.isPresent()) {
                check(k8s.get(), findings);
            }
        }
    }

    private static void check(Mapping k8s, Findings findings) {
        Set<String> shared = new HashSet<>();
        addNames(k8s, VOLUMES, shared);
        Set<String> anywhere = new HashSet<>(shared);
        for (Side side : Side.BOTH) {
            Optional<Mapping> config = k8s.mapping(side.k8sConfig());
            Set<String> own = new HashSet<>(shared);
            config.flatMap(parts -> parts.mapping("pod_spec_config")).ifPresent(pod -> addNames(pod, VOLUMES, own));
            config.flatMap(parts -> parts.mapping("container_config")).ifPresent(container -> {
                check(container, MOUNTS, own, findings);
                check(container, "volumeMounts", own, findings);
            });
            anywhere.addAll(own);
        }
        check(k8s, MOUNTS, anywhere, findings);
    }

    private static void addNames(Mapping holder, String list, Set<String> names) {
        for (Mapping item : holder.mappings(list)) {
            item.text("name").ifPresent(names::add);
        }
    }

    private static void check(Mapping holder, String list, Set<String> volumes, Findings findings) {
        for (Mapping item : holder.mappings(list)) {
            Optional<Scalar> name = item.scalar("name");
            if (name.isPresent() && !volumes.contains(name.get().text())) {
                findings.add(noVolume(name.get()));
            }
        }
    }

    private static Finding noVolume(Scalar name) {
        return Finding.at(
                        FindingCode.RULE_NO_VOLUME,
                        name.origin(),
                        "no volume `" + name.text() + "` is declared for this mount")
                .label("no such volume")
                .help("declare it below `volumes`, unless the agent brings it");
    }
}
