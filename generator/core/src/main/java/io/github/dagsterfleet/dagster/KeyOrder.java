package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The order in which documents list Dagster's own keys, whichever layer said them first. Keys that Dagster does not name
 * keep the order in which they were merged, behind the others.
 */
final class KeyOrder {
    private static final KeyOrder FREE = new KeyOrder();

    private static final KeyOrder SERVER_K8S_CONFIG = new KeyOrder()
            .keys("container_config", "pod_template_spec_metadata", "pod_spec_config")
            .keys("deployment_metadata", "service_metadata", "service_spec_config", "merge_behavior");

    private static final KeyOrder RUN_K8S_CONFIG = new KeyOrder()
            .keys("container_config", "pod_template_spec_metadata", "pod_spec_config")
            .keys("job_config", "job_metadata", "job_spec_config", "merge_behavior");

    private static final KeyOrder K8S = new KeyOrder()
            .keys("namespace", "service_account_name", "scheduler_name", "image_pull_policy", "image_pull_secrets")
            .keys("labels", "env_vars", "env_secrets", "env_config_maps", "volumes", "volume_mounts")
            .keys("resources", "security_context", "server_replica_count")
            .key("server_k8s_config", SERVER_K8S_CONFIG)
            .key("run_k8s_config", RUN_K8S_CONFIG);

    private static final KeyOrder ECS_RESOURCES =
            new KeyOrder().keys("cpu", "memory", "ephemeral_storage", "replica_count");

    private static final KeyOrder ECS = new KeyOrder()
            .keys("task_role_arn", "execution_role_arn", "repository_credentials", "runtime_platform")
            .keys("env_vars", "secrets", "secrets_tags", "volumes", "mount_points")
            .key("server_resources", ECS_RESOURCES)
            .key("run_resources", ECS_RESOURCES)
            .keys("server_sidecar_containers", "run_sidecar_containers", "server_ecs_tags", "run_ecs_tags")
            .keys("server_health_check");

    private static final KeyOrder CONTEXT = new KeyOrder()
            .key("k8s", K8S)
            .key("ecs", ECS)
            .key("docker", new KeyOrder().keys("env_vars", "networks", "container_kwargs"));

    /** An item of {@code locations} in dagster_cloud.yaml. */
    static final KeyOrder LOCATION = new KeyOrder()
            .keys("location_name", "code_source", "working_directory")
            .key("build", new KeyOrder().keys("directory", "registry"))
            .keys("image", "executable_path", "attribute", "agent_queue")
            .key("container_context", CONTEXT);

    private final Map<String, KeyOrder> below = new LinkedHashMap<>();

    private KeyOrder() {}

    private KeyOrder keys(String... names) {
        for (String name : names) {
            below.put(name, FREE);
        }
        return this;
    }

    private KeyOrder key(String name, KeyOrder order) {
        below.put(name, order);
        return this;
    }

    /** The same mapping in this order, at every depth; itself where it is in order already. */
    Mapping of(Mapping mapping) {
        if (below.isEmpty()) {
            return mapping;
        }
        Mapping.Builder ordered = Mapping.builder();
        for (Map.Entry<String, KeyOrder> key : below.entrySet()) {
            Optional<Mapping.Entry> entry = mapping.entry(key.getKey());
            entry.ifPresent(said -> ordered.put(said.key(), key.getValue().of(said.value())));
        }
        for (Mapping.Entry entry : mapping.entries()) {
            if (!below.containsKey(entry.name())) {
                ordered.put(entry.key(), entry.value());
            }
        }
        Mapping result = ordered.build(mapping.origin());
        return isSame(mapping, result) ? mapping : result;
    }

    private Node of(Node node) {
        return node instanceof Mapping mapping ? of(mapping) : node;
    }

    private static boolean isSame(Mapping before, Mapping after) {
        var old = before.entries().iterator();
        for (Mapping.Entry entry : after.entries()) {
            if (old.next().value() != entry.value()) {
                return false;
            }
        }
        return true;
    }
}
