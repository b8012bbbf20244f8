package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateTest {
    private static final String GOOD = "locations:\n  - {location_name: web, code_source: {module_name: web}}\n";
    private static final String BAD = "locations:\n  - {location_name: web, code_sorce: {module_name: web}}\n";

    @TempDir
    Path folder;

    @Test
    void aFolderNeedsNoWorkspace() {
        Command command = new Command(folder).write("team/dagster_cloud.prod.yaml", GOOD);
        assertThat(command.run("validate")).isEqualTo(new Command.Said(0, "1 file, no errors\n", ""));
    }

    @Test
    void inAWorkspaceTheSourcesAreLookedAt() {
        Command command = SmallWorkspace.in(folder).write("elsewhere/dagster_cloud.yaml", BAD);
        assertThat(command.run("validate")).isEqualTo(new Command.Said(0, "1 repo, no errors\n", ""));
        assertThat(folder.resolve("repos/web/generated")).doesNotExist();
    }

    @Test
    void aMistakeInASourceIsToldAtItsLineAndDriftIsNot() {
        Command command = SmallWorkspace.in(folder);
        command.run("generate");
        command.write("repos/web/repo.yaml", "team: web\nagent: plus\nlocations:\n  web: {code_sorce: {}}\n");
        Command.Said said = command.run("validate");
        assertThat(said.err())
                .contains("error[schema/unknown-key]")
                .contains(" --> repos/web/repo.yaml:4:9\n")
                .doesNotContain("change/drift");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void whatIsRenderedIsNoCheckout() {
        Command command = SmallWorkspace.in(folder);
        command.run("generate");
        assertThat(command.run("validate", ".").err()).doesNotContain("checkout/");
    }

    @Test
    void theCodeOfARepoIsLookedForInItsCheckout() {
        Command command = SmallWorkspace.in(folder).write("code/hello/other.py", "");
        for (String checkout : new String[] {"hello=code/hello", "code"}) {
            Command.Said said = command.run("validate", "--checkout", checkout);
            assertThat(said.err())
                    .contains("warning[checkout/no-code]: `hello` is nowhere in this checkout")
                    .contains(" --> repos/hello/repo.yaml:4:")
                    .contains("1 warning in 1 file");
            assertThat(said.code()).isZero();
        }
    }

    @Test
    void reposWithoutACheckoutAreNamed() throws IOException {
        Command command = SmallWorkspace.in(folder)
                .write("code/hello/hello.py", "import dagster")
                .write("repos/far/repo.yaml", "agent: plus\nlocations: {far: {code_source: {module_name: far}}}\n")
                .write("repos/near/repo.yaml", "agent: plus\nlocations: {near: {code_source: {module_name: near}}}\n");
        Files.createDirectories(folder.resolve("code/near"));
        Command.Said said = command.run("validate", "--checkout", "code");
        assertThat(said.err()).startsWith("warning[checkout/absent]: there is no checkout of `far` and `near`");
        assertThat(said.code()).isZero();
        assertThat(command.write("code/faar/far.py", "")
                        .run("validate", "--checkout", "code")
                        .err())
                .contains("help: rename `faar` to `far`, or add `--checkout far=code/faar`");
        assertThat(command.run("validate", "--checkout", "hello=code/hello").err())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--checkout helo=code, there is no repo `helo`",
        "--checkout hello=nowhere, there is no folder `nowhere`",
        "--checkout code, no folder in `code` has the name of a repo",
        "--checkout hello=code code, `--checkout` is given beside a path",
        "--dagster 1.13.27, `--dagster` is given for a workspace",
        "--load, '`--load` is given, and no code to load'",
        "--python python3, `--python` is given without `--load`"
    })
    void whatMeansNothingIsWrongUsage(String options, String message) {
        Command command = SmallWorkspace.in(folder).write("code/a.py", "");
        Command.Said said = command.run(("validate " + options).split(" "));
        assertThat(said.err()).contains(message);
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void aFolderWithoutDagsterIsFine() {
        Command command = new Command(folder).write("pyproject.toml", "[project]\nname = 1\n");
        assertThat(command.run("validate")).isEqualTo(new Command.Said(0, "no file of Dagster here\n", ""));
    }

    @Test
    void whatOthersInstalledIsLeftOut() {
        Command command = new Command(folder)
                .write("node_modules/a/dagster_cloud.yaml", BAD)
                .write(".git/dagster_cloud.yaml", BAD)
                .write("py/pyvenv.cfg", "")
                .write("py/lib/dagster_cloud.yaml", BAD);
        assertThat(command.run("validate").out()).isEqualTo("no file of Dagster here\n");
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("dagster_cloud.yaml"), BAD);
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("out"), outside);
        Files.createSymbolicLink(inside.resolve("loop"), inside);
        assertThat(new Command(inside).run("validate").out()).isEqualTo("no file of Dagster here\n");
    }

    @Test
    void aLinkToAFileIsFollowedInsideOfTheFolder() throws IOException {
        Command command =
                new Command(folder).write("shared/dagster_cloud.yaml", BAD).write("team/a.py", "");
        Path link = Files.createSymbolicLink(
                folder.resolve("team/dagster_cloud.yaml"), Path.of("../shared/dagster_cloud.yaml"));
        assertThat(command.run("validate").err()).endsWith("1 error in 1 file\n");
        Command within = new Command(folder.resolve("team"));
        assertThat(within.run("validate").err()).startsWith("warning[source/link-out]");
        assertThat(within.run("validate").code()).isZero();
        assertThat(within.run("validate", link.toString()).err()).endsWith("1 error in 1 file\n");
    }

    @Test
    void aFileIsLookedAtOnce() {
        Command command = new Command(folder).write("dagster_cloud.yaml", GOOD).write("b/dagster_cloud.yaml", GOOD);
        assertThat(command.run("validate", ".", ".", "./dagster_cloud.yaml").out())
                .isEqualTo("2 files, no errors\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "team", "team/dagster_cloud.yaml"})
    void aFolderInPlaceOfAFileIsAFinding(String path) throws IOException {
        Files.createDirectories(folder.resolve("team/dagster_cloud.yaml"));
        Command.Said said = new Command(folder).run("validate", path);
        assertThat(said.err()).contains("error[source/unreadable]").contains(" --> team/dagster_cloud.yaml\n");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void whatLiesOutsideIsNamedFromThePathGiven() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("dagster_cloud.yaml"), BAD);
        Path here = Files.createDirectory(folder.resolve("here"));
        Command.Said said = new Command(here).run("validate", "../elsewhere");
        assertThat(said.err()).contains("error[schema/unknown-key]").contains(" --> dagster_cloud.yaml:2:26\n");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void aReleaseThatIsNoneIsWrongUsage() {
        Command.Said said = new Command(folder).run("validate", "--dagster", "latest");
        assertThat(said.err()).startsWith("error[usage/arguments]: `latest` is no release of Dagster");
        assertThat(said.code()).isEqualTo(2);
    }
}
