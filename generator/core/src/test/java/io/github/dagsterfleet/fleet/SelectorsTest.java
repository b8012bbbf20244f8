package io.github.dagsterfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What decides which layers there are. */
class SelectorsTest {
    private static final String GPU =
            """
            defaults: {vars: {gpu: "yes"}}
            environments: {prod: {defaults: {vars: {gpu: two}}}}
            """;

    private static List<String> layers(Target target) {
        return target.layers().stream().map(layer -> layer.name().value()).toList();
    }

    private static String variable(Target target, String name) {
        return target.facts().mapping("vars").flatMap(vars -> vars.text(name)).orElse("absent");
    }

    @Test
    void layersComeInTheOneOrder() {
        Target target = new MemoryFleet()
                .with("environments/profiles/gpu.yaml", GPU)
                .repo("models", "profiles: [gpu]\n")
                .read()
                .target("models", "prod");

        assertThat(layers(target))
                .containsExactly(
                        "base",
                        "environment",
                        "agent",
                        "agent@environment",
                        "profile:gpu",
                        "profile:gpu@environment",
                        "repo",
                        "overlay");
        assertThat(variable(target, "gpu")).isEqualTo("two");
    }

    @Test
    void overlayChangesTheAgentOfItsEnvironment() {
        MemoryFleet.Read read = new MemoryFleet()
                .repo("models", "")
                .with("repos/models/overlays/prod.yaml", "agent: ecs\n")
                .read();

        assertThat(read.findings()).isEmpty();
        assertThat(variable(read.target("models", "dev"), "runs_on")).isEqualTo("kubernetes");
        assertThat(variable(read.target("models", "prod"), "runs_on")).isEqualTo("fargate");
        assertThat(read.target("models", "prod").agent().platform()).isEqualTo(Platform.ECS);
    }

    @Test
    void overlayTakesAProfileAway() {
        MemoryFleet.Read read = new MemoryFleet()
                .with("environments/profiles/gpu.yaml", GPU)
                .repo("models", "profiles: [gpu]\n")
                .with("repos/models/overlays/dev.yaml", "profiles: {$remove: [gpu]}\n")
                .read();

        assertThat(variable(read.target("models", "dev"), "gpu")).isEqualTo("absent");
        assertThat(variable(read.target("models", "prod"), "gpu")).isEqualTo("two");
    }

    @Test
    void baseChoosesProfilesForEveryRepo() {
        MemoryFleet.Read read = new MemoryFleet()
                .with("environments/profiles/gpu.yaml", GPU)
                .append("environments/base.yaml", "defaults: {profiles: [gpu]}\n")
                .repo("models", "")
                .read();

        assertThat(variable(read.target("models", "dev"), "gpu")).isEqualTo("yes");
    }

    @Test
    void profilesOfALocationComeRightAfterThoseOfItsRepo() {
        MemoryFleet.Read read = new MemoryFleet()
                .with("environments/profiles/one.yaml", "defaults: {location: {working_directory: one}}\n")
                .with("environments/profiles/two.yaml", "defaults: {location: {working_directory: two}}\n")
                .with(
                        "repos/models/repo.yaml",
                        """
                        agent: eks
                        profiles: [one]
                        locations:
                          left: {code_source: {module_name: left}}
                          right: {code_source: {module_name: right}, profiles: [two]}
                        """)
                .read();

        assertThat(read.target("models", "dev").locations())
                .extracting(
                        location -> location.facts().text("working_directory").orElse(""))
                .containsExactly("one", "two");
        assertThat(layers(read.target("models", "dev")))
                .containsSubsequence("profile:one", "profile:one@environment", "profile:two", "repo");
    }

    @Test
    void repoIsAbsentWhereItsEnvironmentsDoNotSayItIs() {
        RepoTargets models = new MemoryFleet()
                .repo("models", "environments: [prod]\n")
                .read()
                .repo("models");

        assertThat(models.in("dev")).isInstanceOf(Resolution.Absent.class);
        assertThat(models.targets()).singleElement().satisfies(target -> assertThat(
                        target.environment().name().text())
                .isEqualTo("prod"));
    }

    @Test
    void environmentsOfALocationLeaveTheRepoWhereItIs() {
        MemoryFleet.Read read = new MemoryFleet()
                .repo("models", "")
                .append("repos/models/repo.yaml", "  extra: {code_source: {module_name: extra}, environments: [dev]}\n")
                .read();

        assertThat(read.target("models", "dev").locations()).hasSize(2);
        assertThat(read.target("models", "prod").locations()).hasSize(1);
    }

    @Test
    void fourPlatformsAreTheAgentsOfAWorkspaceWithoutAny() {
        MemoryFleet.Read read = new MemoryFleet()
                .with(
                        "environments/base.yaml",
                        """
                        format: 1
                        organization: acme
                        environments: [dev]
                        dagster: 1.13.27
                        """)
                .with(
                        "repos/models/repo.yaml",
                        "agent: docker\nlocations: {models: {code_source: {module_name: models}}}\n")
                .read();

        assertThat(read.findings()).isEmpty();
        assertThat(read.target("models", "dev").agent().platform()).isEqualTo(Platform.DOCKER);
    }
}
