package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that the code of a checkout reads, against those that its repo declares. */
class CheckoutVariablesTest {
    @TempDir
    Path folder;

    private Command command;

    @BeforeEach
    void workspace() {
        command = SmallWorkspace.in(folder).write("code/hello/hello.py", "");
    }

    private String said() {
        Command.Said said = command.run("validate", "--checkout", "hello=code/hello");
        assertThat(said.code()).isZero();
        return said.err();
    }

    private void repo(String env) {
        command.write(
                "repos/hello/repo.yaml",
                """
                team: greeters
                agent: plus
                locations:
                  hello: {code_source: {module_name: hello}}
                """
                        + env);
    }

    private static String needing(String... names) {
        StringBuilder code = new StringBuilder("import os\n");
        for (String name : names) {
            code.append("os.environ['").append(name).append("']\n");
        }
        return code.toString();
    }

    @Test
    void oneNameIsOneFindingWithAllItsPlaces() {
        command.write("code/hello/hello.py", needing("X", "X", "X", "X", "X"));

        assertThat(said())
                .containsOnlyOnce("the code reads `X`, which is not declared\n")
                .contains("--> code/hello/hello.py:4:1")
                .contains("it is read here in the checkout, and in 2 more places");
    }

    @Test
    void whatEverybodyIsGivenCounts() {
        command.write("code/hello/hello.py", needing("LOG_LEVEL", "HOME", "DAGSTER_CLOUD_DEPLOYMENT_NAME"));

        assertThat(said()).isEmpty();
    }

    @Test
    void aVariableThatMayBeAbsentIsDeclared() {
        repo("env: {X: {required: false}}\n");
        command.write("code/hello/hello.py", needing("X"));

        assertThat(said()).isEmpty();
    }

    @Test
    void whatDltFillsInIsDeclaredUnderOneOfItsNames() {
        command.write(
                "code/hello/hello.py",
                "import dlt\n\n\n@dlt.source\ndef issues(token=dlt.secrets.value):\n    return []\n");
        repo("env: {SOURCES__ISSUES__TOKN: x}\n");
        assertThat(said())
                .contains("the code reads `SOURCES__HELLO__ISSUES__TOKEN`, which is not declared")
                .contains("--> code/hello/hello.py:5:12");

        repo("env: {SOURCES__ISSUES__TOKEN: x}\n");
        assertThat(said()).isEmpty();
    }

    @Test
    void theEnvironmentsThatLackItAreNamed() {
        command.write("repos/hello/overlays/prod.yaml", "env: {X: y}\n");
        command.write("code/hello/hello.py", needing("X"));

        assertThat(said()).contains("the code reads `X`, which is not declared in `dev`");
    }

    @Test
    void onlyCodeThatIsImportedCounts() {
        command.write("code/hello/hello.py", "from lib.inner import thing\n")
                .write("code/hello/lib/__init__.py", "")
                .write("code/hello/lib/inner.py", needing("IN_LIBRARY"))
                .write("code/hello/scripts/backfill.py", needing("IN_SCRIPT"))
                .write("code/hello/tests/test_hello.py", needing("IN_TEST"));

        assertThat(said()).contains("`IN_LIBRARY`").doesNotContain("IN_SCRIPT").doesNotContain("IN_TEST");
    }

    @Test
    void aSecretWithUnknownKeysMayGiveAnything() {
        command.write(
                "repos/hello/repo.yaml",
                """
                agent: k8s
                locations:
                  hello: {code_source: {module_name: hello}, image: i}
                env_from: [anything]
                """);
        command.write(
                "environments/base.yaml",
                """
                format: 1
                organization: acme
                environments: [dev, prod]
                dagster: 1.13.27
                agents: {k8s: {platform: k8s}}
                """);
        command.write("code/hello/hello.py", needing("X"));

        assertThat(said()).doesNotContain("undeclared");
    }

    @Test
    void aDeclaredNameThatStandsNowhereIsTold() {
        repo("env: {OLD_FLAG: x}\n");

        assertThat(said())
                .contains("warning[checkout/unread-variable]: nothing in the checkout reads `OLD_FLAG`")
                .contains(" --> repos/hello/repo.yaml:5:7");
    }

    @Test
    void aNameInACommentIsRead() {
        repo("env: {OLD_FLAG: x}\n");
        command.write("code/hello/hello.py", "import acme  # reads OLD_FLAG\n");

        assertThat(said()).isEmpty();
    }

    @Test
    void nothingIsUnreadWhereNamesAreMade() {
        repo("env: {OLD_FLAG: x}\n");
        command.write("code/hello/hello.py", "import os\n\nsettings = dict(os.environ)\n");

        assertThat(said()).isEmpty();
    }

    @Test
    void whatLibrariesLookUpIsLeftAlone() {
        repo("env: {AWS_PROFILE: x, SOURCES__GITHUB__TOKEN: y, http_proxy: z}\n");

        assertThat(said()).isEmpty();
    }
}
