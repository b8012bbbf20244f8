package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    @TempDir
    Path folder;

    @Test
    void aCleanWorkspaceIsOneLine() {
        Command.Said said = SmallWorkspace.generatedIn(folder).run("check");
        assertThat(said.out()).isEqualTo("21 files are up to date\n");
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
    }

    @Test
    void driftIsShownWithTheDifferenceAndTheWayOut() {
        Command command = SmallWorkspace.generatedIn(folder)
                .write("environments/dev.yaml", "deployment: dev\nkind: full\ndefaults: {env: {LOG_LEVEL: DEBUG}}\n");
        Command.Said said = command.run("check", "--env", "dev");
        assertThat(said.out())
                .isEqualTo(
                        """
                        update  repos/hello/generated/dev/env_set.json
                          --- a/repos/hello/generated/dev/env_set.json
                          +++ b/repos/hello/generated/dev/env_set.json
                          @@ -11,7 +11,7 @@
                                 "locations": ["hello"],
                                 "sides": ["server", "run"],
                                 "scopes": ["full"],
                          -      "value": "INFO",
                          +      "value": "DEBUG",
                                 "required": true,
                                 "via": "dagster-plus"
                               }
                        """);
        assertThat(said.err())
                .isEqualTo(
                        """
                        error[change/drift]: 1 file is not what the sources say
                        help: run `dagster-fleet generate` (or `mvn generate-resources`) and commit what it writes

                        1 error in 1 file
                        """);
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void checkWritesNothing() {
        Command command = SmallWorkspace.generatedIn(folder);
        command.delete("repos/hello/generated/dev/env_set.json");
        assertThat(command.run("check").out()).startsWith("create  repos/hello/generated/dev/env_set.json\n");
        assertThat(folder.resolve("repos/hello/generated/dev/env_set.json")).doesNotExist();
    }

    @Test
    void aHandEditIsShownWithItsDifference() {
        Command command = SmallWorkspace.generatedIn(folder);
        String file = "repos/hello/generated/dev/env_set.json";
        command.write(file, command.read(file).replace("INFO", "DEBUG"));
        Command.Said said = command.run("check");
        assertThat(said.out())
                .startsWith("hand-edited  " + file + "\n")
                .contains(
                        """
                  -      "value": "DEBUG",
                  +      "value": "INFO",
                """);
        assertThat(said.err())
                .isEqualTo(
                        """
                        error[change/hand-edited]: somebody edited this generated file since it was written
                         --> repos/hello/generated/dev/env_set.json
                        help: carry the edit over to the sources and undo it here, or run \
                        `dagster-fleet generate hello --discard` to lose it

                        1 error in 1 file
                        """);
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void aHandEditOfAFileThatNothingGeneratesIsNamed() {
        Command command = SmallWorkspace.generatedIn(folder)
                .write("repos/hello/generated/dev/env_set.json", "mine\n")
                .write("repos/hello/generated/prod/env_set.json", "mine\n");
        command.delete("repos/hello/repo.yaml");
        Command.Said said = command.run("check");
        assertThat(said.out())
                .isEqualTo(
                        """
                        hand-edited  repos/hello/generated/dev/env_set.json
                        hand-edited  repos/hello/generated/prod/env_set.json
                        """);
        assertThat(said.err())
                .contains(
                        "help: delete it once you have what you need of it, or run `dagster-fleet generate --discard`\n");
    }

    @Test
    void aMissingManifestIsDrift() {
        Command command = SmallWorkspace.generatedIn(folder);
        command.delete("repos/hello/generated/manifest.json");
        Command.Said said = command.run("check");
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .startsWith(
                        """
                        error[change/drift]: the manifest is missing
                         --> repos/hello/generated/manifest.json
                        """);
    }

    @Test
    void jsonNamesEveryFileThatDrifted() {
        Command command = SmallWorkspace.generatedIn(folder);
        command.delete("repos/hello/generated/dev/env_set.json");
        Command.Said said = command.run("--format", "json", "check");
        assertThat(said.out())
                .contains(
                        "\"code\": \"change/drift\"",
                        "\"file\": \"repos/hello/generated/dev/env_set.json\"",
                        "{\"path\": \"repos/hello/generated/dev/env_set.json\", \"kind\": \"create\"}");
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void wrongSourcesAreFindingsAndNothingElse() {
        Command.Said said = SmallWorkspace.generatedIn(folder)
                .write("repos/hello/repo.yaml", "agnet: plus\n")
                .run("check");
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("error[schema/unknown-key]");
        assertThat(said.code()).isEqualTo(1);
    }
}
