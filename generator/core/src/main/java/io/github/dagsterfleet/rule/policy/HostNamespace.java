package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;

/** A container that is not apart from its host: pods of Kubernetes by three switches, Docker's by a mode named host. */
final class HostNamespace implements SettingPolicy {
    private static final String HOST = "host";

    @Override
    public void check(Mapping.Entry setting, Findings findings) {
        Node value = setting.value();
        switch (setting.name()) {
            case "host_network", "hostNetwork" -> pod(value, "the network", findings);
            case "host_pid", "hostPID" -> pod(value, "the processes", findings);
            case "host_ipc", "hostIPC" -> pod(value, "the memory", findings);
            case "network", "network_mode" -> docker(value, "the network", findings);
            case "networks" -> {
                if (value instanceof Sequence names) {
                    for (Node name : names.items()) {
                        docker(name, "the network", findings);
                    }
                }
            }
            case "pid_mode" -> docker(value, "the processes", findings);
            case "ipc_mode" -> docker(value, "the memory", findings);
            default -> {}
        }
    }

    private static void pod(Node value, String what, Findings findings) {
        if (value instanceof Scalar said && said.isTrue()) {
            tell(value, what, findings);
        }
    }

    private static void docker(Node value, String what, Findings findings) {
        if (value instanceof Scalar mode && mode.text().equals(HOST)) {
            tell(mode, what, findings);
        }
    }

    private static void tell(Node at, String what, Findings findings) {
        findings.add(Finding.at(
                        FindingCode.POLICY_HOST_NAMESPACE, at.origin(), "the container shares " + what + " of its host")
                .label("not apart")
                .help("remove it"));
    }
}
