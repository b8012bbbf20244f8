package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;

/** Files of the machine that a container happens to run on, in the words of each platform. */
final class HostPath implements SettingPolicy {
    private static final String K8S = "use a `persistent_volume_claim`, or an `empty_dir` for files of one pod";
    private static final String ECS =
            "use an `efsVolumeConfiguration`, or leave `sourcePath` out for files of one task";
    private static final String DOCKER = "use a named volume";

    @Override
    public void check(Mapping.Entry setting, Findings findings) {
        switch (setting.name()) {
            case "host_path", "hostPath" -> path(setting.value(), "path", K8S, findings);
            case "host" -> path(setting.value(), "sourcePath", ECS, findings);
            case "volumes" -> volumes(setting.value(), findings);
            case "mounts" -> mounts(setting.value(), findings);
            default -> {}
        }
    }

    private static void path(Node source, String key, String help, Findings findings) {
        if (source instanceof Mapping mapping && mapping.get(key).orElse(null) instanceof Scalar path) {
            tell(path, path.text(), help, findings);
        }
    }

    /** Docker's: paths as keys, or {@code /host:/container}. Those of other platforms are lists of mappings. */
    private static void volumes(Node volumes, Findings findings) {
        if (volumes instanceof Mapping mapping) {
            for (Mapping.Entry volume : mapping.entries()) {
                if (isPath(volume.name())) {
                    tell(volume.key(), volume.name(), DOCKER, findings);
                }
            }
        } else if (volumes instanceof Sequence list) {
            for (Node item : list.items()) {
                if (item instanceof Scalar bind && isPath(bind.text())) {
                    int end = bind.text().indexOf(':', 2);
                    if (end > 0) {
                        tell(bind, bind.text().substring(0, end), DOCKER, findings);
                    }
                }
            }
        }
    }

    /** Docker's again, as its API spells them. */
    private static void mounts(Node mounts, Findings findings) {
        if (mounts instanceof Sequence list) {
            for (Node item : list.items()) {
                if (item instanceof Mapping mount
                        && mount.text("Type").filter("bind"::equals).isPresent()) {
                    path(mount, "Source", DOCKER, findings);
                }
            }
        }
    }

    /** What is no path is the name of a volume. */
    private static boolean isPath(String source) {
        boolean drive = source.length() > 2
                && source.charAt(1) == ':'
                && (source.charAt(2) == '\\' || source.charAt(2) == '/')
                && Character.isLetter(source.charAt(0));
        return source.startsWith("/") || drive;
    }

    private static void tell(Node at, String path, String help, Findings findings) {
        findings.add(
                Finding.at(FindingCode.POLICY_HOST_PATH, at.origin(), "the container gets `" + path + "` of its host")
                        .label("path of the host")
                        .help(help));
    }
}
