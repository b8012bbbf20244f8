package io.github.dagsterfleet.rule.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowTest {
    private static final String SOURCE = "code_source: {module_name: web.definitions}";

    private static Team team() {
        String location = Team.location("web", SOURCE, "build: {registry: r.example.com/web}");
        return new Team().with("dagster_cloud.dev.yaml", location).with("dagster_cloud.prod.yaml", location);
    }

    private static Team running(String command) {
        return team().with(
                        ".github/workflows/deploy.yml",
                        "on: push\njobs:\n  deploy:\n    steps:\n      - run: |\n          " + command + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--deployment dev --dagster-cloud-yaml-path dagster_cloud.dev.yaml,",
        "--deployment prod --dagster-cloud-yaml-path dagster_cloud.dev.yaml,checkout/workflow-deployment 6:77 +1",
        "--deployment=prod --dagster-cloud-yaml-path=dagster_cloud.dev.yaml,checkout/workflow-deployment 6:77 +1",
        "--deployment $D --dagster-cloud-yaml-path dagster_cloud.dev.yaml,",
        "--deployment prod --dagster-cloud-yaml-path dagster_cloud.$D.yaml,",
        "--deployment test --dagster-cloud-yaml-path dagster_cloud.dev.yaml,",
        "--deployment prod --dagster-cloud-yaml-path dagster_cloud.yaml,checkout/workflow-file 6:77",
        "--project-dir app --dagster-cloud-yaml-path dagster_cloud.yaml,"
    })
    void aDeploymentHasItsFile(String options, String said) {
        assertThat(running("dagster-cloud ci init " + options).agreement()).isEqualTo(at(said));
    }

    @Test
    void aWorkflowThatWritesTheFileIsBelieved() {
        assertThat(running(
                                "dagster-cloud ci template > a.yaml && dagster-cloud ci init --dagster-cloud-yaml-path a.yaml")
                        .agreement())
                .isEmpty();
    }

    @Test
    void inputsOfTheActionAreRead() {
        assertThat(team().with(
                                ".github/workflows/deploy.yml",
                                """
                                on: push
                                jobs:
                                  deploy:
                                    steps:
                                      - uses: dagster-io/dagster-cloud-action/actions/utils/ci-init@v1.13.27
                                        with: {project_dir: ., dagster_cloud_yaml_path: dagster_cloud.yaml}
                                """)
                        .agreement())
                .isEqualTo(at("checkout/workflow-file 6:57"));
    }

    @ParameterizedTest
    @CsvSource({
        "r.example.com/web,",
        "r.example.com/other,checkout/workflow-registry .gitlab-ci.yml:2:19 +1",
        "$REGISTRY,"
    })
    void imagesArePushedWhereTheyAreLookedFor(String registry, String said) {
        assertThat(team().with(
                                ".gitlab-ci.yml",
                                "variables:\n  IMAGE_REGISTRY: " + registry
                                        + "\njob: {script: [dagster-cloud ci init]}\n")
                        .agreement())
                .isEqualTo(Optional.ofNullable(said).stream().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "3.12,",
        "3.11,",
        "3.10,checkout/python-version 6:51 +1",
        "3.14,checkout/python-version 6:51 +1",
        "$PYTHON,"
    })
    void theProjectRunsOnThePythonItIsBuiltWith(String version, String said) {
        assertThat(running("dagster-cloud ci build --python-version " + version)
                        .with(
                                "pyproject.toml",
                                "[project]\nname = 'web'\nrequires-python = '>=3.11.2,<3.14'\ndynamic = ['dependencies']\n")
                        .agreement())
                .isEqualTo(at(said));
    }

    @Test
    void aWorkflowOfOthersIsNotRead() {
        assertThat(team().with(".github/workflows/test.yml", "env: {IMAGE_REGISTRY: elsewhere}\n")
                        .agreement())
                .isEmpty();
    }

    private static java.util.List<String> at(String said) {
        return Optional.ofNullable(said).stream()
                .map(words -> words.replaceFirst(" ", " .github/workflows/deploy.yml:"))
                .toList();
    }
}
