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
import java.util.stream.Stream;

/**
 * A container can mount only volumes that its pod has. The agent may bring some of its own, so a name that this location
 * does not declare is a warning.
 */
final class VolumeMounts implements Rule {
    @Override
    public void check(ParsedFile file, Findings findings) {
        for (Mapping location : file.locations()) {
            location.mapping("container_context")
                    .flatMap(context -> context.mapping("k8s"))
                    .ifPresent(k8s -> check(k8s, findings));
        }
    }

    private static void check(Mapping k8s, Findings findings) {
        Set<String> shared = new HashSet<>();
        named(k8s, "volumes").forEach(name -> shared.add(name.text()));
        Set<String> anywhere = new HashSet<>(shared);
        for (Side side : Side.BOTH) {
            Optional<Mapping> config = k8s.mapping(side.k8sConfig());
            Set<String> own = new HashSet<>(shared);
            config.flatMap(parts -> parts.mapping("pod_spec_config"))
                    .ifPresent(pod -> named(pod, "volumes").forEach(name -> own.add(name.text())));
            config.flatMap(parts -> parts.mapping("container_config"))
                    .ifPresent(container -> Stream.of("volume_mounts", "volumeMounts")
                            .flatMap(key -> named(container, key))
                            .filter(name -> !own.contains(name.text()))
                            .forEach(name -> findings.add(noVolume(name))));
            anywhere.addAll(own);
        }
        named(k8s, "volume_mounts")
                .filter(name -> !anywhere.contains(name.text()))
                .forEach(name -> findings.add(noVolume(name)));
    }

    /** The names of the items of a list. */
    private static Stream<Scalar> named(Mapping holder, String list) {
        return holder.mappings(list).stream().flatMap(item -> item.scalar("name").stream());
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
