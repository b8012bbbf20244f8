package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed of changes that reach a promoted environment without a promotion. */
class LiveChangeTest {
    @TempDir
    private Path folder;

    private Command command = new Command(Path.of("."));

    @BeforeEach
    void promoted() {
        assumeTrue(GitCommand.isThere(), "no git");
        command = SmallWorkspace.in(folder);
        command.write(
                "environments/base.yaml",
                command.read("environments/base.yaml") + "promoted: [prod]\npolicies: {live_overlay_limit: 0}\n");
        command.run("generate");
        git("init", "--quiet");
        git("add", "--all");
        git("commit", "--quiet", "--message", "Start");
        assertThat(command.run("promote", "hello", "prod").code()).isZero();
        command.write("environments/prod.yaml", "defaults: {env: {LOG_LEVEL: DEBUG}}\n");
    }

    private void git(String... arguments) {
        GitCommand.run(folder, List.of(arguments));
    }

    @Test
    void checkTellsHowFarTheyReach() {
        Command.Said said = command.run("check");

        assertThat(said.code()).isOne();
        assertThat(said.out())
                .startsWith("update  repos/hello/generated/prod/env_set.json\n")
                .endsWith("\nlive: hello changes in prod without a promotion, above the limit of 0\n");
        assertThat(said.err()).contains("[change/drift]").doesNotContain("[release/live-limit]");
    }

    @Test
    void aReasonIsPrintedWithTheCommitThatRecordsIt() {
        assertThat(command.run("generate").code()).isOne();

        Command.Said said = command.run("generate", "--reason", "incident 4711");

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .isEqualTo(
                        """
                        update  repos/hello/generated/prod/env_set.json
                        live: hello changes in prod without a promotion, above the limit of 0: incident 4711
                        1 repo and environments: 1 updated, 20 unchanged
                        next: git add --all environments repos && git commit -m 'incident 4711'
                        """);
        assertThat(command.run("check").code()).isZero();
    }

    @Test
    void machinesAreToldEveryRepo() {
        assertThat(command.run("generate", "--reason", "why", "--format", "json")
                        .out())
                .contains(
                        """
                          "live": [
                            {"environment": "prod", "repos": ["hello"], "limit": 0, "reason": "why"}
                          ],
                        """);
    }

    @Test
    void aReasonSaysSomething() {
        assertThat(command.run("generate", "--reason", " ").err()).contains("`--reason` says nothing");
    }

    @Test
    void machinesAreToldWhatAnotherVersionWouldChange() {
        command.write(
                "repos/hello/release.yaml",
                command.read("repos/hello/release.yaml").replaceFirst("tool: \\S+", "tool: 0.0.9"));
        command.write(
                "repos/hello/generated/manifest.json",
                command.read("repos/hello/generated/manifest.json")
                        .replaceFirst("\"tool\": \"[^\"]+\"}", "\"tool\": \"0.0.9\"}"));

        Command.Said said = command.run("check", "--format", "json");

        assertThat(said.code()).isOne();
        assertThat(said.out())
                .containsPattern("\"tool_changes\": \\[\n    \\{\"repo\": \"hello\", \"environment\": \"prod\","
                        + " \"release\": \"[0-9a-f]{40}\", \"from\": \"0.0.9\", \"to\": \"[^\"]+\","
                        + " \"files\": \\[\"repos/hello/generated/prod/env_set.json\"\\]}\n  \\]")
                .doesNotContain("\"live\"");
    }
}
