package io.github.dagsterfleet.rule.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dagster-cloud ci init --deployment \"prod\" --dagster-cloud-yaml-path \"dagster_cloud.dev.yaml\"",
                "dagster-cloud ci init -d prod --dagster-cloud-yaml-path='dagster_cloud.dev.yaml'",
                "DAGSTER_CLOUD_DEPLOYMENT=prod dagster-cloud ci init --dagster-cloud-yaml-path dagster_cloud.dev.yaml",
                "uv run dagster-cloud ci init -d prod --dagster-cloud-yaml-path dagster_cloud.dev.yaml",
                "make && dagster-cloud ci init -d prod --dagster-cloud-yaml-path dagster_cloud.dev.yaml",
                "export DAGSTER_CLOUD_DEPLOYMENT=prod; dagster-cloud ci init --dagster-cloud-yaml-path dagster_cloud.dev.yaml",
                "declare -x A=b DAGSTER_CLOUD_DEPLOYMENT='prod' && dagster-cloud ci init --dagster-cloud-yaml-path dagster_cloud.dev.yaml",
                "DAGSTER_CLOUD_DEPLOYMENT=prod; dagster-cloud ci init --dagster-cloud-yaml-path dagster_cloud.dev.yaml"
            })
    void aDeploymentIsNamedInManyWays(String command) {
        assertThat(running(command).agreement())
                .singleElement(STRING)
                .startsWith("checkout/workflow-deployment .github/workflows/deploy.yml:6:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export DAGSTER_CLOUD_DEPLOYMENT=$D",
                "export DAGSTER_CLOUD_DEPLOYMENT",
                "echo DAGSTER_CLOUD_DEPLOYMENT=prod",
                "[ $CI_COMMIT_BRANCH = main ] && export DAGSTER_CLOUD_DEPLOYMENT=prod",
                "if is-main; then export DAGSTER_CLOUD_DEPLOYMENT=prod; else export DAGSTER_CLOUD_DEPLOYMENT=dev; fi"
            })
    void whatIsSetInSomeCasesOnlyIsNotKnown(String setting) {
        assertThat(running(setting + "; dagster-cloud ci init --dagster-cloud-yaml-path dagster_cloud.dev.yaml")
                        .agreement())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "prod,dagster-cloud ci init,true",
        "dev,dagster-cloud ci init,false",
        "prod,dagster-cloud ci init -d dev,false",
        "prod,dagster-cloud ci init -d $D,false"
    })
    void theEnvironmentOfAStepNamesADeployment(String deployment, String command, boolean said) {
        assertThat(team().with(
                                ".gitlab-ci.yml",
                                "variables: {DAGSTER_CLOUD_DEPLOYMENT: " + deployment + "}\njob:\n  script: [" + command
                                        + " --dagster-cloud-yaml-path dagster_cloud.dev.yaml]\n")
                        .agreement())
                .hasSize(said ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# dagster-cloud ci init --dagster-cloud-yaml-path gone.yaml",
                "echo docs about dagster-cloud ci init --dagster-cloud-yaml-path gone.yaml",
                "echo 'dagster-cloud ci init --dagster-cloud-yaml-path gone.yaml'",
                "cp a gone.yaml; dagster-cloud ci init --dagster-cloud-yaml-path gone.yaml",
                "cd app && dagster-cloud ci init --dagster-cloud-yaml-path gone.yaml",
                "cat <<END\n          dagster-cloud ci init --dagster-cloud-yaml-path gone.yaml\n          END"
            })
    void whatDeploysNothingIsNotRead(String command) {
        assertThat(running(command).agreement()).isEmpty();
    }

    @Test
    void aMissingFileIsSeenInQuotes() {
        assertThat(running("dagster-cloud ci init --dagster-cloud-yaml-path 'gone.yaml'")
                        .agreement())
                .isEqualTo(at("checkout/workflow-file 6:60"));
    }

    @Test
    void aFileCountsFromWhereTheStepRuns() {
        assertThat(team().with("app/dagster_cloud.yaml", "")
                        .with(
                                ".github/workflows/deploy.yml",
                                """
                                jobs:
                                  deploy:
                                    defaults: {run: {working-directory: app}}
                                    steps:
                                      - run: dagster-cloud ci init --dagster-cloud-yaml-path dagster_cloud.yaml
                                      - run: dagster-cloud ci init --dagster-cloud-yaml-path dagster_cloud.dev.yaml
                                """)
                        .agreement())
                .isEqualTo(at("checkout/workflow-file 6:62"));
    }

    @Test
    void inputsOfOtherActionsAreTheirs() {
        assertThat(team().with(
                                ".github/workflows/deploy.yml",
                                "jobs: {dagster: {steps: [{uses: acme/notify@v1, with: {dagster_cloud_yaml_path: gone.yaml}}]}}\n")
                        .agreement())
                .isEmpty();
    }

    @Test
    void theActionRunsACommand() {
        assertThat(team().with(
                                ".github/workflows/deploy.yml",
                                """
                                jobs:
                                  deploy:
                                    steps:
                                      - uses: dagster-io/dagster-cloud-action/actions/utils/dagster-cloud-cli@v1.13.27
                                        with: {command: "ci init --dagster-cloud-yaml-path gone.yaml"}
                                """)
                        .agreement())
                .isEqualTo(at("checkout/workflow-file 5:60"));
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
