package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {
    @TempDir
    Path folder;

    @Test
    void everyChangedFileIsALineAndTheLastLineSumsUp() {
        Command.Said said = SmallWorkspace.in(folder).run("generate", "hello");
        assertThat(said.out())
                .isEqualTo(
                        """
                        create  repos/hello/generated/all/.env.example
                        create  repos/hello/generated/dev/dagster_cloud.yaml
                        create  repos/hello/generated/dev/env_set.json
                        create  repos/hello/generated/prod/dagster_cloud.yaml
                        create  repos/hello/generated/prod/env_set.json
                        1 repo: 5 created
                        """);
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
    }

    @Test
    void aSecondRunChangesNothing() {
        Command.Said said = SmallWorkspace.generatedIn(folder).run("generate");
        assertThat(said.out()).isEqualTo("1 repo and environments: 21 unchanged\n");
        assertThat(said.code()).isZero();
    }

    @Test
    void aHandEditedFileStaysAndIsAFinding() {
        Command command = SmallWorkspace.generatedIn(folder).write("repos/hello/generated/dev/env_set.json", "mine\n");
        Command.Said said = command.run("generate", "hello");
        assertThat(said.out())
                .isEqualTo(
                        """
                        hand-edited  repos/hello/generated/dev/env_set.json
                        1 repo: 4 unchanged, 1 hand-edited, 1 error
                        """);
        assertThat(said.err()).startsWith("error[change/hand-edited]").endsWith("1 error in 1 file\n");
        assertThat(said.code()).isEqualTo(1);
        assertThat(command.read("repos/hello/generated/dev/env_set.json")).isEqualTo("mine\n");
    }

    @Test
    void discardTakesOurs() {
        Command command = SmallWorkspace.generatedIn(folder).write("repos/hello/generated/dev/env_set.json", "mine\n");
        assertThat(command.run("generate", "--discard").code()).isZero();
        assertThat(command.read("repos/hello/generated/dev/env_set.json")).startsWith("{\n");
    }

    @Test
    void onlyTheEnvironmentsAskedForAreWritten() {
        Command.Said said = SmallWorkspace.in(folder).run("generate", "--env", "dev");
        assertThat(said.out()).contains("generated/dev/").doesNotContain("generated/prod/");
    }

    @Test
    void environmentsMayBeRepeatedOrJoinedByCommas() {
        String joined = SmallWorkspace.in(folder.resolve("a"))
                .run("generate", "--env", "dev,prod")
                .out();
        String repeated = SmallWorkspace.in(folder.resolve("b"))
                .run("generate", "--env=dev", "--env", "prod")
                .out();
        assertThat(joined).contains("/dev/", "/prod/").isEqualTo(repeated);
    }

    @Test
    void anEmptySelectorNeverMeansAll() {
        Command.Said said = SmallWorkspace.in(folder).run("generate", "--env", "");
        assertThat(said.err()).startsWith("error[usage/unknown-environment]");
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void anUnknownTeamIsWrongUsage() {
        Command.Said said = SmallWorkspace.in(folder).run("generate", "--team", "greters");
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .isEqualTo(
                        """
                        error[usage/unknown-team]: no repo names a team `greters`
                        help: write `greeters`

                        1 error
                        """);
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void jsonIsAllThereIs() {
        Command.Said said = SmallWorkspace.in(folder).run("generate", "hello", "--env", "dev", "--format", "json");
        assertThat(said.out())
                .isEqualTo(
                        """
                        {
                          "format": 1,
                          "findings": [],
                          "waived": [],
                          "changes": [
                            {"path": "repos/hello/generated/dev/dagster_cloud.yaml", "kind": "create"},
                            {"path": "repos/hello/generated/dev/env_set.json", "kind": "create"}
                          ],
                          "summary": {"errors": 0, "warnings": 0, "waived": 0, "repos": 1, "create": 2, \
                        "update": 0, "unchanged": 0, "orphan": 0, "hand-edited": 0, "unmanaged": 0}
                        }
                        """);
        assertThat(said.err()).isEmpty();
    }

    @Test
    void aLongListIsCut() {
        Command command = SmallWorkspace.in(folder);
        for (int i = 10; i < 20; i++) {
            command.write(
                    "repos/r" + i + "/repo.yaml",
                    "agent: plus\nlocations: {l" + i + ": {code_source: {module_name: m}}}\n");
        }
        Command.Said said = command.run("generate");
        assertThat(said.out()).hasLineCount(42).endsWith("\n... and 31 more\n11 repos and environments: 71 created\n");
    }
}
