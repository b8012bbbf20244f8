package io.github.dagsterfleet.rule.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
    private static final String SOURCE = "code_source: {module_name: web.definitions}";
    private static final String PROJECT =
            """
            [project]
            name = "web"
            requires-python = ">=3.11.2,<3.14"
            dependencies = ["dagster", "dagster-cloud"]
            """;
    private static final String DG = PROJECT
            + """
                    [tool.dg]
                    directory_type = "project"
                    [tool.dg.project]
                    root_module = "web"
                    """;

    @ParameterizedTest
    @CsvSource({
        "code_location_name = 'web',",
        "code_location_name = 'wep',checkout/name pyproject.toml:9:22 +1",
        "code_location_target_module = 'web.definitions',",
        "code_location_target_module = 'web.defs',checkout/module pyproject.toml:9:31 +1"
    })
    void aProjectOfDgIsItsLocation(String line, String said) {
        assertThat(Team.withLocation(SOURCE)
                        .with("pyproject.toml", DG + line + "\n")
                        .agreement())
                .isEqualTo(Optional.ofNullable(said).stream().toList());
    }

    @Test
    void dgPassesOverPyprojectBesideItsOwnFile() {
        assertThat(Team.withLocation(SOURCE)
                        .with("pyproject.toml", DG + "code_location_name = 'other'\n")
                        .with("dg.toml", "directory_type = 'project'\n[project]\nroot_module = 'web'\n")
                        .agreement())
                .isEmpty();
    }

    @Test
    void aProjectBelongsToTheLocationThatIsBuiltOfIt() {
        assertThat(Team.withLocation(SOURCE, "build: {directory: ./web}")
                        .with("pyproject.toml", DG + "code_location_name = 'other'\n")
                        .with("web/pyproject.toml", DG + "code_location_name = 'web'\n")
                        .agreement())
                .isEmpty();
    }

    @Test
    void variablesGoByTheNameOfTheFolder() {
        assertThat(Team.withLocation(SOURCE, "build: {directory: ./app}")
                        .with("app/pyproject.toml", DG + "code_location_name = 'web'\n")
                        .agreement())
                .containsExactly("checkout/directory-name app/pyproject.toml:9:22");
    }

    @Test
    void dgMakesOneLocationOfAProject() {
        String two = Team.location("web", SOURCE) + "  - location_name: jobs\n    " + SOURCE + "\n";
        assertThat(new Team()
                        .with("dagster_cloud.yaml", two)
                        .with("pyproject.toml", DG)
                        .agreement())
                .containsExactly("checkout/one-location dagster_cloud.yaml:4:20 +1");
    }

    @ParameterizedTest
    @CsvSource({"'web.definitions',", "'web.jobs',checkout/module pyproject.toml:6:15 +1"})
    void whatRunsOnALaptopIsWhatIsDeployed(String module, String said) {
        assertThat(Team.withLocation(SOURCE)
                        .with("pyproject.toml", PROJECT + "[tool.dagster]\nmodule_name = '" + module + "'\n")
                        .agreement())
                .isEqualTo(Optional.ofNullable(said).stream().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dependencies = ['dagster', 'dagster-cloud'] |",
                "dependencies = ['dagster-dbt', 'Dagster_Cloud[serverless]>=1'] |",
                "dependencies = ['dagster'] | checkout/no-dependency pyproject.toml:3:1",
                "version = '1' | checkout/no-dependency pyproject.toml:1:2",
                "[tool.poetry.dependencies] |",
                "dynamic = ['dependencies'] |"
            })
    void whatServesALocationIsInstalled(String line, String said) {
        assertThat(Team.withLocation(SOURCE, "image: a")
                        .with("pyproject.toml", "[project]\nname = 'web'\n" + line + "\n")
                        .agreement())
                .isEqualTo(Optional.ofNullable(said).stream().toList());
    }

    @Test
    void aDockerfileMayInstallWhatIsMissing() {
        assertThat(Team.withLocation(SOURCE)
                        .with("pyproject.toml", "[project]\nname = 'web'\ndependencies = []\n")
                        .with("Dockerfile", "FROM python\n")
                        .agreement())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "^2.2,checkout/poetry pyproject.toml:7:10",
        "2.2,checkout/poetry pyproject.toml:7:10",
        "*,checkout/poetry pyproject.toml:7:10",
        "'>=2.2,<3',"
    })
    void aServerlessBuildPastesPoetrysVersions(String version, String said) {
        String poetry = "[tool.poetry.dependencies]\npython = '^3.11'\npandas = '" + version + "'\n";
        Team team = Team.withLocation(SOURCE).with("pyproject.toml", PROJECT + poetry);
        assertThat(team.agreement())
                .isEqualTo(Optional.ofNullable(said).stream().toList());
        assertThat(team.with("Dockerfile", "FROM python\n").agreement()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"image: a,", "'build: {registry: a}',", "attribute: a,checkout/shipped-tools pyproject.toml:6:8 +1"})
    void onlyAServerlessBuildInstallsEveryExtra(String line, String said) {
        assertThat(Team.withLocation(SOURCE, line)
                        .with(
                                "pyproject.toml",
                                PROJECT + "[project.optional-dependencies]\ndev = ['pytest>=8', 'pandas', 'ruff']\n")
                        .agreement())
                .isEqualTo(Optional.ofNullable(said).stream().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agent_queue: a                                        | dagster/no-image dagster_cloud.yaml:2:20",
                "container_context: {k8s: {}}                          | dagster/no-image dagster_cloud.yaml:2:20",
                "container_context: {serverless: {}}                   |",
                "{agent_queue: a, image: a}                            |",
                "{agent_queue: a, build: {registry: a}}                |"
            })
    void aHybridLocationRunsAnImage(String lines, String said) {
        String[] each =
                lines.startsWith("{") ? lines.substring(1, lines.length() - 1).split(", ", 2) : new String[] {lines};
        assertThat(Team.withLocation(each).agreement())
                .isEqualTo(Optional.ofNullable(said).stream().toList());
    }

    @Test
    void aWrongNameIsNoNameForTheFolder() {
        assertThat(Team.withLocation(SOURCE, "build: {directory: ./web}")
                        .with("web/pyproject.toml", DG + "code_location_name = 'WEB'\n")
                        .agreement())
                .containsExactly("checkout/name web/pyproject.toml:9:22 +1");
    }

    @Test
    void aLocationHasOneNameInEveryDeployment() {
        assertThat(new Team()
                        .with("dagster_cloud.dev.yaml", Team.location("web-dev", SOURCE))
                        .with("dagster_cloud.prod.yaml", Team.location("web", SOURCE))
                        .agreement())
                .containsExactly("checkout/deployments dagster_cloud.dev.yaml:2:20 +1");
    }
}
