package io.github.dagsterfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.layer.Layer;
import io.github.dagsterfleet.layer.LayerName;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProfilesOfLocationsTest {
    private static final String BOTH_NAME_LOW =
            """
            profiles: [low, high]
            locations:
              a: {code_source: {module_name: a}, profiles: [low]}
              b: {code_source: {module_name: b}}
            """;

    private static MemoryFleet fleet(String repo) {
        return new MemoryFleet()
                .with(
                        "environments/profiles/low.yaml",
                        """
                        defaults: {env: {LEVEL: low}, env_from: {$append: [shared]}}
                        environments: {prod: {defaults: {env: {LEVEL: low in prod}}}}
                        """)
                .with("environments/profiles/high.yaml", "defaults: {env: {LEVEL: high}}\n")
                .with("repos/x/repo.yaml", "agent: eks\n" + repo);
    }

    private static String level(Target target, int location) {
        return target.locations()
                .get(location)
                .facts()
                .mapping("env")
                .flatMap(env -> env.mapping("LEVEL"))
                .flatMap(variable -> variable.text("value"))
                .orElseThrow();
    }

    @Test
    void aProfileThatTheRepoNamesTooIsFoldedOnceInTheReposPlace() {
        Target target = fleet(BOTH_NAME_LOW).read().target("x", "prod");
        assertThat(level(target, 0)).isEqualTo("high").isEqualTo(level(target, 1));
        assertThat(target.locations()
                        .get(0)
                        .facts()
                        .sequence("env_from")
                        .orElseThrow()
                        .items())
                .hasSize(1);
    }

    @Test
    void aProfileOfTheLocationAloneComesAfterThoseOfTheRepo() {
        Target target = fleet(
                        """
                profiles: [high]
                locations:
                  a: {code_source: {module_name: a}, profiles: [low]}
                  b: {code_source: {module_name: b}}
                """)
                .read()
                .target("x", "prod");
        assertThat(level(target, 0)).isEqualTo("low in prod");
        assertThat(level(target, 1)).isEqualTo("high");
    }

    @Test
    void aTargetListsEachProfileOnce() {
        List<LayerName> profiles = fleet(BOTH_NAME_LOW).read().target("x", "dev").layers().stream()
                .map(Layer::name)
                .filter(name -> name.value().startsWith("profile:"))
                .toList();
        assertThat(profiles)
                .containsExactly(
                        LayerName.profile("low"),
                        LayerName.profileAtEnvironment("low"),
                        LayerName.profile("high"),
                        LayerName.profileAtEnvironment("high"));
    }
}
