package io.github.dagsterfleet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Dagster 1.13.27 accepts and refuses, as tried with the real packages. */
class DagsterFactsTest {
    private static final Shapes SHAPES = Shapes.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "working_directory: src",
                "image: registry.example.com/a:1",
                "container_context: {k8s: {namespace: {env: NAMESPACE}, env_vars: [A=1, B]}}",
                "container_context: {k8s: {server_replica_count: 2, labels: {a: 1}}}",
                "container_context: {k8s: {volume_mounts: [{name: a, mountPath: /a, read_only: true}]}}",
                "container_context: {k8s: {run_k8s_config: {container_config: {tty: 1}, merge_behavior: DEEP}}}",
                "container_context: {ecs: {env_vars: [A=1, {env: B}], secrets: [{name: A, valueFrom: arn}]}}",
                "container_context: {ecs: {server_resources: {cpu: '256', ephemeral_storage: 30, other: [1]}}}",
                "container_context: {ecs: {run_ecs_tags: [{key: a}]}}",
                "container_context: {docker: {container_kwargs: {mem_limit: 1g}, networks: [a]}}",
                "container_context: {aca: {run_resources: {cpu: '0.5'}, run_job_replica_timeout: 60}}",
                "git: {commit_hash: a, provider: github}",
                "pex_metadata: {pex_tag: a}",
            })
    void theDeploySchemaAccepts(String facts) {
        assertThat(codes(SHAPES.locationDocument(), "location_name: a\ncode_source: {module_name: m}\n" + facts))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "build: {directory: .} | SCHEMA_UNKNOWN_KEY",
                "env_vars: [A=1] | SCHEMA_UNKNOWN_KEY",
                "working_directory: null | SCHEMA_NULL",
                "container_context: null | SCHEMA_NULL",
                "container_context: {serverless: {cpu: 1}} | SCHEMA_UNKNOWN_KEY",
                "container_context: {env_vars: [A=1]} | SCHEMA_UNKNOWN_KEY",
                "container_context: {k8s: {imagePullPolicy: Always}} | SCHEMA_UNKNOWN_KEY",
                "container_context: {k8s: {env: []}} | SCHEMA_UNKNOWN_KEY",
                "container_context: {k8s: {server_resources: {}}} | SCHEMA_UNKNOWN_KEY",
                "container_context: {k8s: {env_vars: {A: 1}}} | SCHEMA_KIND",
                "container_context: {k8s: {env_vars: [1]}} | SCHEMA_TYPE",
                "container_context: {k8s: {env_vars: [{env: A}]}} | SCHEMA_KIND",
                "container_context: {k8s: {env_secrets: [{name: a}]}} | SCHEMA_UNKNOWN_KEY",
                "container_context: {k8s: {image_pull_secrets: [a]}} | SCHEMA_KIND",
                "container_context: {k8s: {run_k8s_config: {merge_behavior: deep}}} | SCHEMA_NOT_ALLOWED",
                "container_context: {k8s: {server_replica_count: '2'}} | SCHEMA_TYPE",
                "container_context: {k8s: {server_replica_count: 2.0}} | SCHEMA_TYPE",
                "container_context: {k8s: {labels: null}} | SCHEMA_NULL",
                "container_context: {ecs: {server_resources: {cpu: 256}}} | SCHEMA_TYPE",
                "container_context: {ecs: {run_resources: {ephemeral_storage: '30'}}} | SCHEMA_TYPE",
                "container_context: {ecs: {secrets: [a]}} | SCHEMA_KIND",
                "container_context: {ecs: {secrets: [{name: a, value_from: b}]}} | SCHEMA_UNKNOWN_KEY",
                "container_context: {docker: {registry: a}} | SCHEMA_UNKNOWN_KEY",
            })
    void theDeploySchemaRefuses(String facts, FindingCode code) {
        assertThat(codes(SHAPES.locationDocument(), "location_name: a\ncode_source: {module_name: m}\n" + facts))
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{locations: {a: {}}} | SCHEMA_KIND",
                "{} | SCHEMA_MISSING_KEY",
                "{locations: [], x-common: {}} | SCHEMA_UNKNOWN_KEY",
                "{locations: [{code_source: {module_name: m}}]} | SCHEMA_MISSING_KEY",
                "{locations: [{location_name: a}]} | SCHEMA_MISSING_KEY",
                "{locations: [{location_name: a, code_source: {}}]} | SCHEMA_MISSING_KEY",
                "{locations: [{location_name: 12, code_source: {module_name: m}}]} | SCHEMA_TYPE",
                "{locations: [{location_name: a, code_source: {module_name: m, package_name: p}}]} | SCHEMA_EXCLUSIVE",
                "{locations: [{location_name: a, code_source: {module_name: on}}]} | SCHEMA_TYPE",
                "{locations: [{location_name: a, code_source: {file_name: m}}]} | SCHEMA_UNKNOWN_KEY",
                "{locations: [{location_name: a, code_source: {module_name: m}, build: {dockerfile: D}}]}"
                        + " | SCHEMA_UNKNOWN_KEY",
            })
    void theCommandRefuses(String file, FindingCode code) {
        assertThat(codes(SHAPES.dagsterCloud(), file)).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | SCHEMA_MISSING_KEY",
                "{directory_type: deployment} | SCHEMA_NOT_ALLOWED",
                "{directory_type: project, project: {}} | SCHEMA_MISSING_KEY",
                "{directory_type: project, project: {root_module: a, autoload_defs: true}} | SCHEMA_UNKNOWN_KEY",
                "{directory_type: project, project: {root_module: a, registry_modules: [a-b]}} | SCHEMA_PATTERN",
                "{directory_type: project, project: {root_module: a, registry_modules: [1]}} | SCHEMA_TYPE",
                "{directory_type: project, project: {root_module: a}, workspace: {}} | SCHEMA_EXCLUSIVE",
                "{directory_type: workspace, workspace: {projects: [a]}} | SCHEMA_KIND",
                "{directory_type: project, project: {root_module: a},"
                        + " cli: {suppress_warnings: [autoload_defs_with_definitions_py]}} | SCHEMA_NOT_ALLOWED",
            })
    void dgRefuses(String table, FindingCode code) {
        assertThat(codes(SHAPES.dg(), table)).contains(code);
    }

    private static List<FindingCode> codes(Shape shape, String yaml) {
        Findings findings = new Findings();
        new ShapeReader(shape, Reading.DOCUMENT, findings).read(Sample.yaml(yaml));
        return findings.list().stream().map(Finding::code).toList();
    }
}
