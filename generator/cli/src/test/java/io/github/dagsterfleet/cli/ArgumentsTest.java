package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '"',
            value = {
                "genrate ¦ there is no verb `genrate` ¦ write `generate`",
                "xyzzy ¦ there is no verb `xyzzy` ¦ run `dagster-fleet help`, which names them all",
                "generate --discrad ¦ there is no option `--discrad` of `generate` ¦ write `--discard`",
                "generate --environment dev ¦ there is no option `--environment` of `generate` ¦ write `--env E`",
                "check --environments=dev ¦ there is no option `--environments` of `check` ¦ write `--env E`",
                "generate --disc ¦ there is no option `--disc` of `generate` ¦ write `--discard`",
                "check --teams a ¦ there is no option `--teams` of `check` ¦ write `--team T` or `--threads N`",
                "check --workspace ws ¦ there is no option `--workspace` of `check` ¦ write `-C DIR`",
                "check -c ws ¦ there is no option `-c` of `check` ¦ write `-C DIR` or `-X`",
                "check --json ¦ there is no option `--json` of `check` ¦ write `--format text|json|sarif|github|gitlab`",
                "check --discard ¦ there is no option `--discard` of `check` ¦ write `dagster-fleet check [REPO...] [--env E] [--team T]`",
                "check --repo a ¦ there is no option `--repo` of `check` ¦ write `dagster-fleet check [REPO...] [--env E] [--team T]`",
                "schema --env dev ¦ there is no option `--env` of `schema` ¦ write `dagster-fleet schema [KIND]`",
                "--formt json check ¦ there is no option `--formt` ¦ write `--format text|json|sarif|github|gitlab`",
                "check --threads -1 ¦ `--threads` is `-1` ¦ write a number from 1 to 999",
                "check --env ¦ `--env` has no value ¦ write `--env E`",
                "promote ¦ `promote` is given no name ¦ write `dagster-fleet promote [REPO...] ENV [--ring R] [--group G] [--plan] [--hotfix] [--reason TEXT] [--same-release]`",
                "explain hello ¦ `explain` does not take a single name ¦ write `dagster-fleet explain REPO ENV [KEY]`",
                "explain a b c d ¦ `explain` does not take 4 names ¦ write `dagster-fleet explain REPO ENV [KEY]`",
                "check -C ¦ `-C` has no value ¦ write `-C DIR`",
                "check --threads 2 --threads 3 ¦ `--threads` is given twice ¦ give it once",
                "check --threads 0 ¦ `--threads` is `0` ¦ write a number from 1 to 999",
                "check --threads many ¦ `--threads` is `many` ¦ write a number from 1 to 999",
                "check --format xml ¦ there is no format `xml` ¦ write `text`, `json`, `sarif`, `github` or `gitlab`",
                "explain hello dev --format sarif ¦ there is no format `sarif` of `explain` ¦ write `text` or `json`",
                "schema bse ¦ there is no schema `bse` ¦ write `base`"
            })
    void wrongUsageIsOneSentenceAndTheNearestRight(String line, String message, String help) {
        Command.Said said = new Command(folder).run(line.split(" "));
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).isEqualTo("error[usage/arguments]: " + message + "\nhelp: " + help + "\n\n1 error\n");
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void namesBehindTwoDashesCountOnce() {
        SmallWorkspace.in(folder);
        Command.Said said = new Command(folder).run("explain", "hello", "dev", "--", "team");
        assertThat(said.out()).startsWith("team: greeters\n");
    }

    @Test
    void noVerbIsWrongUsage() {
        Command.Said said = new Command(folder).run();
        assertThat(said.err()).startsWith("error[usage/arguments]: there is no verb\n");
        assertThat(said.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "genrate --format json",
                "--format=json",
                "check -C --format json",
                "check --environment dev --format=json",
                "check --threads x --format json",
                "check --format xml --format json",
            })
    void wrongUsageIsAFindingInJsonToo(String line) {
        Command.Said said = new Command(folder).run(line.split(" "));
        assertThat(said.out()).startsWith("{\n").contains("\"code\": \"usage/arguments\"");
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "explain hello dev", "generate", "schema"})
    void withoutAWorkspaceNothingIsDone(String line) {
        Command.Said said = new Command(folder).run(line.split(" "));
        assertThat(said.err())
                .isEqualTo(
                        """
                        error[usage/no-workspace]: no folder from here upwards holds environments/base.yaml
                        help: run this inside of a workspace, or name one with `-C DIR`

                        1 error
                        """);
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void aFolderThatIsNoWorkspaceIsNotOneBecauseItIsNamed() {
        Command.Said said = new Command(folder).run("check", "-C", ".");
        assertThat(said.err()).startsWith("error[usage/no-workspace]: `.` holds no environments/base.yaml\n");
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void aFolderThatIsNotThereIsCalledSo() {
        Command.Said said = new Command(folder).run("check", "-C", "nowhere");
        assertThat(said.err()).startsWith("error[usage/no-workspace]: there is no folder `nowhere`\n");
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void theNearestFolderUpwardsIsTheWorkspace() {
        SmallWorkspace.generatedIn(folder);
        Command.Said said = new Command(folder.resolve("repos/hello/generated")).run("check");
        assertThat(said.out()).isEqualTo("21 files are up to date\n");
    }

    @Test
    void globalOptionsStandBeforeOrBehindTheVerb() {
        SmallWorkspace.generatedIn(folder.resolve("ws"));
        String before =
                new Command(folder).run("-C", "ws", "--threads", "1", "check").out();
        String behind =
                new Command(folder).run("check", "--threads=1", "-C", "ws").out();
        assertThat(before).isEqualTo("21 files are up to date\n").isEqualTo(behind);
    }

    @Test
    void colourIsForTerminalsThatWantIt() {
        assertThat(error(true, true)).startsWith("\u001b[1;31merror[usage/no-workspace]");
        assertThat(error(true, true, "--no-color")).startsWith("error[");
        assertThat(error(true, false)).startsWith("error[");
        assertThat(error(false, true)).startsWith("error[");
    }

    private String error(boolean terminal, boolean colour, String... options) {
        List<String> args = new ArrayList<>(List.of(options));
        args.add("check");
        return Command.run(
                        new Surroundings(
                                folder,
                                terminal,
                                colour ? Map.of() : Map.of("NO_COLOR", "1"),
                                Command.TODAY,
                                Keyboard.NONE),
                        args.toArray(new String[0]))
                .err();
    }
}
