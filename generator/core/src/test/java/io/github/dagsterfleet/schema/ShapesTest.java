package io.github.dagsterfleet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapesTest {
    private static final Shapes SHAPES = Shapes.standard();

    @Test
    void oneDefinitionIsOneShape() {
        assertThat(at(SHAPES.repo(), "location")).isSameAs(at(SHAPES.repo(), "locations.x"));
        assertThat(at(SHAPES.base(), "defaults")).isSameAs(SHAPES.repo());
        assertThat(at(SHAPES.base(), "agents.x.defaults")).isSameAs(SHAPES.repo());
        assertThat(at(SHAPES.profile(), "environments.x.defaults")).isSameAs(SHAPES.repo());
        assertThat(at(SHAPES.location(), "env")).isSameAs(at(SHAPES.repo(), "env"));
        assertThat(at(SHAPES.location(), "container_context"))
                .isSameAs(at(SHAPES.locationDocument(), "container_context"));
    }

    @ParameterizedTest
    @CsvSource({
        "profiles, set",
        "owners, set",
        "needs, set",
        "env_from, set",
        "environments, set",
        "env.X.sides, replace",
        "vars.x, replace",
        "location.container_context.k8s.env_vars, key",
        "location.container_context.ecs.env_vars, key",
        "location.container_context.docker.env_vars, key",
        "location.container_context.k8s.env_secrets, set",
        "location.container_context.k8s.volumes, `name`",
        "location.container_context.k8s.volume_mounts, `name` and `mount_path`",
        "location.container_context.k8s.image_pull_secrets, `name`",
        "location.container_context.ecs.secrets, `name`",
        "location.container_context.ecs.server_sidecar_containers, `name`",
        "location.container_context.ecs.run_ecs_tags, `key`",
        "location.container_context.k8s.run_k8s_config.container_config.args, replace",
        "location.container_context.k8s.run_k8s_config.pod_spec_config.tolerations, replace",
        "pyproject.project.dependencies, requirement",
        "pyproject.project.optional-dependencies.x, requirement",
        "pyproject.dependency-groups.x, requirement",
        "pyproject.build-system.requires, replace",
    })
    void listsMergeAsTheirPlaceSays(String path, String policy) {
        assertThat(words(at(SHAPES.repo(), path).listPolicy())).isEqualTo(policy);
    }

    private static String words(ListPolicy policy) {
        if (!(policy instanceof ListPolicy.Keyed keyed)) {
            return policy instanceof ListPolicy.Replace ? "replace" : "set";
        }
        return keyed.key() instanceof ItemKey.EnvItem
                ? "key"
                : keyed.key() instanceof ItemKey.Requirement
                        ? "requirement"
                        : keyed.key().words();
    }

    @Test
    void keysComeInTheOrderOfTheOutput() {
        assertThat(keys(SHAPES.dagsterCloud().below("locations").orElseThrow().item()))
                .containsExactly(
                        "location_name",
                        "code_source",
                        "working_directory",
                        "build",
                        "image",
                        "executable_path",
                        "attribute",
                        "agent_queue",
                        "container_context");
        assertThat(keys(at(SHAPES.location(), "container_context.k8s")))
                .startsWith("namespace", "service_account_name", "labels", "env_vars", "env_secrets")
                .endsWith("server_k8s_config", "run_k8s_config");
        assertThat(keys(at(SHAPES.location(), "container_context.k8s.run_k8s_config.container_config")))
                .containsExactly("env", "resources");
    }

    @Test
    void whatDagsterLeavesOpenIsUntyped() {
        Shape volumes = at(SHAPES.location(), "container_context.ecs.volumes").item();
        assertThat(volumes.below("anything").orElseThrow().isUntyped()).isTrue();
        assertThat(at(SHAPES.repo(), "vars.x").isUntyped()).isTrue();
        assertThat(at(SHAPES.pyproject(), "tool.ruff").isUntyped()).isTrue();
    }

    private static List<String> keys(Shape shape) {
        return List.copyOf(shape.mapping().orElseThrow().properties().keySet());
    }

    private static Shape at(Shape shape, String path) {
        Shape at = shape;
        for (String key : path.split("\\.", -1)) {
            at = at.below(key).orElseThrow(() -> new AssertionError(path + ": no key " + key));
        }
        return at;
    }
}
