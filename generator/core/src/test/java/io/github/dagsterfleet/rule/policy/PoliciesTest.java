package io.github.dagsterfleet.rule.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.yaml.ForeignYaml;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the policies say of one location of which no fleet is known. */
class PoliciesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "k8s: {security_context: {privileged: true}}",
                "k8s: {server_k8s_config: {container_config: {security_context: {privileged: true}}}}",
                "k8s: {run_k8s_config: {container_config: {securityContext: {privileged: yes}}}}",
                "k8s: {run_k8s_config: {pod_spec_config: {containers: [{securityContext: {privileged: true}}]}}}",
                "k8s: {run_k8s_config: {pod_spec_config: {init_containers: [{security_context: {privileged: on}}]}}}",
                "k8s: {run_k8s_config: {job_spec_config: {template: {spec: {containers: [{securityContext: {privileged: True}}]}}}}}",
                "docker: {container_kwargs: {privileged: true}}",
                "ecs: {run_sidecar_containers: [{name: a, privileged: true}]}",
            })
    void aPrivilegedContainerWhereverItIsDescribed(String context) {
        assertThat(found(context)).containsExactly("policy/privileged");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "k8s: {volumes: [{name: a, host_path: {path: /x}}]}                                             | /x",
                "k8s: {volumes: [{name: a, hostPath: {path: /x, type: Directory}}]}                             | /x",
                "k8s: {run_k8s_config: {pod_spec_config: {volumes: [{name: a, hostPath: {path: /x}}]}}}         | /x",
                "ecs: {volumes: [{name: a, host: {sourcePath: /x}}]}                                            | /x",
                "docker: {container_kwargs: {volumes: {/x: {bind: /y, mode: rw}}}}                              | /x",
                "docker: {container_kwargs: {volumes: ['/x:/y:ro', 'named:/z', /anonymous]}}                    | '/x:/y:ro'",
                "docker: {container_kwargs: {volumes: ['C:\\x:/y']}}                                            | 'C:\\x:/y'",
                "docker: {container_kwargs: {mounts: [{Type: bind, Source: /x, Target: /y}]}}                   | /x",
            })
    void filesOfTheHost(String context, String place) {
        assertThat(findings("container_context: {" + context + "}"))
                .extracting(PoliciesTest::words)
                .containsExactly("policy/host-path at " + place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k8s: {server_k8s_config: {pod_spec_config: {host_network: true}}}",
                "k8s: {run_k8s_config: {pod_spec_config: {hostNetwork: true}}}",
                "k8s: {run_k8s_config: {pod_spec_config: {hostPID: true}}}",
                "k8s: {run_k8s_config: {pod_spec_config: {host_ipc: true}}}",
                "docker: {networks: [data, host]}",
                "docker: {container_kwargs: {network_mode: host}}",
                "docker: {container_kwargs: {network: host}}",
                "docker: {container_kwargs: {pid_mode: host}}",
                "docker: {container_kwargs: {ipc_mode: host}}",
            })
    void whatIsSharedWithTheHost(String context) {
        assertThat(found(context)).containsExactly("policy/host-namespace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k8s: {security_context: {privileged: false}}",
                "k8s: {security_context: {allow_privilege_escalation: false, capabilities: {drop: [ALL]}}}",
                "k8s: {labels: {privileged: 'true', host: a, namespace: b}}",
                "k8s: {namespace: anything}",
                "k8s: {volumes: [{name: a, persistent_volume_claim: {claim_name: a}}]}",
                "k8s: {volumes: [{name: a, empty_dir: {}}], volume_mounts: [{name: a, mount_path: /x}]}",
                "k8s: {server_k8s_config: {container_config: {liveness_probe: {http_get: {host: example.com, port: 80}}}}}",
                "k8s: {run_k8s_config: {pod_spec_config: {host_network: false, hostname: host}}}",
                "k8s: {env_vars: ['A=', 'B=1']}",
                "ecs: {volumes: [{name: a, host: {}}, {name: b, efsVolumeConfiguration: {fileSystemId: c}}]}",
                "docker: {networks: [hosted], container_kwargs: {volumes: {named: {bind: /y}}, network_mode: bridge}}",
                "docker: {container_kwargs: {volumes: ['named:/y', /anonymous], mounts: [{Type: volume, Source: a}]}}",
            })
    void whatNoPolicyMinds(String context) {
        assertThat(found(context)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"k8s: {env_vars: [A=1, B]} | B", "ecs: {env_vars: [{env: B}]} | B", "docker: {env_vars: [B]} | B"})
    void aVariableWithoutAValue(String context, String place) {
        assertThat(findings("container_context: {" + context + "}"))
                .extracting(PoliciesTest::words)
                .containsExactly("policy/bare-variable at " + place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image: 'a:{{ tag }}'", "working_directory: '{% if a %}'", "attribute: 'a {# b #}'"})
    void jinjaInAnyText(String line) {
        assertThat(codes(findings(line))).containsExactly("policy/template-expression");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image: 'a{b}'", "image: '{'", "container_context: {k8s: {env_vars: ['A={\"b\": {}}']}}"})
    void bracesThatAreNoJinja(String line) {
        assertThat(findings(line)).isEmpty();
    }

    @Test
    void aPlaceholderInAKeyCountsToo() {
        assertThat(findings("container_context: {k8s: {labels: {'<team-name>': a}}}"))
                .extracting(PoliciesTest::words)
                .containsExactly("policy/placeholder at '<team-name>'");
    }

    @Test
    void aReferenceThatNothingResolvesIsAPlaceholder() {
        assertThat(codes(findings("image: '${REGISTRY}/hello:1'"))).containsExactly("policy/placeholder");
        assertThat(findings("image: 'a${b'")).isEmpty();
    }

    @Test
    void theExampleOfDagsterIsOnlyAWarning() {
        List<Finding> findings = findings("code_source: {module_name: quickstart_etl.definitions}");
        assertThat(codes(findings)).containsExactly("policy/placeholder");
        assertThat(findings).noneMatch(Finding::isError);
    }

    @Test
    void allOfALocationIsToldAtOnce() {
        assertThat(
                        codes(
                                findings(
                                        """
                        image: ghcr.io/your-org/hello:{{ tag }}
                        container_context:
                          k8s:
                            env_vars: [TOKEN]
                            security_context: {privileged: true}
                            volumes: [{name: a, hostPath: {path: /x}}]
                        """)))
                .containsExactlyInAnyOrder(
                        "policy/placeholder",
                        "policy/template-expression",
                        "policy/bare-variable",
                        "policy/privileged",
                        "policy/host-path");
    }

    private static List<String> found(String context) {
        return codes(findings("container_context: {" + context + "}"));
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(finding -> finding.code().id()).toList();
    }

    private static String words(Finding finding) {
        return finding.code().id() + " at "
                + ((Site.InSpan) finding.site()).span().content();
    }

    private static List<Finding> findings(String location) {
        Findings findings = new Findings();
        Mapping document =
                (Mapping) ForeignYaml.read(new SourceText(new SourcePath("dagster_cloud.yaml"), location), findings)
                        .orElseThrow();
        assertThat(findings.list()).as(location).isEmpty();
        Policies.check(new Deployed(document, Optional.empty()), findings);
        return findings.list();
    }
}
