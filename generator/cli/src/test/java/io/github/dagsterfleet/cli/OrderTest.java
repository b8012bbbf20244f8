package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of deploys where there is little to order, or no order; the pages show the rest. */
class OrderTest {
    @TempDir
    Path folder;

    private Command small() {
        return SmallWorkspace.in(folder);
    }

    private static String repo(String name, String more) {
        return "agent: plus\n" + more + "locations: {" + name + ": {code_source: {module_name: a}}}\n";
    }

    @Test
    void theFirstEnvironmentIsMeantWhenNobodyNamesOne() {
        Command.Said said = small().run("order");
        assertThat(said.out())
                .isEqualTo(
                        """
                        deploy in dev: 1 repo at any time

                        `dagster-fleet order dev REPO` prints what is typed for a repo that goes at any time.
                        """);
        assertThat(said.code()).isZero();
    }

    @Test
    void aRepoThatIsNamedShowsItsLines() {
        assertThat(small().run("order", "dev", "hello", "--for", "removal").out())
                .isEqualTo(
                        """
                        removal in dev: 1 repo at any time

                        at any time, 1 repo
                          hello
                            dagster-cloud deployment delete-location hello --deployment dev

                        The lines need these variables:
                          DAGSTER_CLOUD_ORGANIZATION  acme
                          DAGSTER_CLOUD_API_TOKEN     one that may deploy to dev
                        """);
    }

    @Test
    void aLongNameOfAVariableHasItsPlace() {
        Command.Said said = small().write(
                        "environments/base.yaml",
                        """
                        format: 1
                        organization: acme
                        environments: [dev, prod]
                        dagster: 1.13.27
                        agents: {plus: {platform: serverless}, eks: {platform: k8s}}
                        """)
                .write(
                        "repos/two/repo.yaml",
                        """
                        agent: eks
                        locations:
                          a-location-with-a-rather-long-name:
                            code_source: {module_name: a}
                            build: {registry: registry.example.com/one}
                          other:
                            environments: [prod]
                            code_source: {module_name: b}
                            build: {registry: registry.example.com/two}
                        """)
                .run("order", "dev", "two");
        assertThat(said.out())
                .contains("  IMAGE_A_LOCATION_WITH_A_RATHER_LONG_NAME  TAG@sha256:DIGEST of the image to run\n");
    }

    @Test
    void hybridLocationsWithoutAnImageLeaveNothingToType() {
        Command.Said said = small().write(
                        "environments/base.yaml",
                        """
                        format: 1
                        organization: acme
                        environments: [dev, prod]
                        dagster: 1.13.27
                        agents: {plus: {platform: serverless}, eks: {platform: k8s}}
                        """)
                .write("repos/two/repo.yaml", "agent: eks\nlocations: {two: {code_source: {module_name: a}}}\n")
                .run("order", "dev", "two");
        assertThat(said.out())
                .contains("  two\n    nothing to type: no location has a `build.registry` or an `image`\n");
    }

    @Test
    void aCircleIsAFindingInEveryFormat() {
        Command command = small().write("repos/a/repo.yaml", repo("a", "needs: [b]\n"))
                .write("repos/b/repo.yaml", repo("b", "needs: [a]\n"));
        for (String format : new String[] {"text", "mermaid"}) {
            Command.Said said = command.run("order", "prod", "--format", format);
            assertThat(said.out()).isEmpty();
            assertThat(said.err()).startsWith("error[fleet/need-cycle]: ");
            assertThat(said.code()).isEqualTo(1);
        }
        assertThat(command.run("order", "prod", "--format", "json").out()).contains("\"fleet/need-cycle\"");
    }

    @Test
    void aRepoThatCannotBeReadIsToldEvenWhenNobodyAsksForIt() {
        Command.Said said = small().write("repos/other/repo.yaml", "nonsense\n").run("order", "dev", "hello");
        assertThat(said.err()).contains("repos/other/repo.yaml");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void warningsAreNoReasonToStop() {
        Command.Said said =
                small().write("repos/a-prod/repo.yaml", repo("a-prod", "")).run("order");
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
    }

    @Test
    void namesThatDoNotExistAreWrongUsage() {
        Command.Said said = small().run("order", "dve", "helo");
        assertThat(said.err())
                .isEqualTo(
                        """
                        error[usage/unknown-repo]: there is no repo `helo`
                        help: write `hello`

                        error[usage/unknown-environment]: there is no environment `dve`
                        help: write `dev`

                        2 errors
                        """);
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void aRepoThatIsAbsentIsWrongUsage() {
        Command.Said said = small().write("repos/a/repo.yaml", repo("a", "environments: [prod]\n"))
                .run("order", "dev", "a");
        assertThat(said.err())
                .isEqualTo(
                        """
                        error[usage/absent-target]: repo `a` is absent from environment `dev`

                        1 error
                        """);
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void anotherPurposeIsWrongUsage() {
        Command.Said said = small().run("order", "dev", "--for", "fun");
        assertThat(said.err())
                .isEqualTo(
                        """
                        error[usage/arguments]: `--for` is `fun`
                        help: write `deploy`, `rollback` or `removal`

                        1 error
                        """);
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void theFormatsOfServicesAreWrongUsage() {
        assertThat(small().run("order", "--format", "sarif").err())
                .isEqualTo(
                        """
                        error[usage/arguments]: there is no format `sarif` of `order`
                        help: write `text`, `json` or `mermaid`

                        1 error
                        """);
    }
}
