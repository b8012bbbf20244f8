package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody says on the command line for others to read. */
final class SecretReasonTest {
    /** Put together here, since hosts of repositories refuse a literal. */
    private static final String TOKEN = "gh" + "p_" + "aZ3kQ9xW7vB1nM5cL2dF8gH4jK6pR0tYsEuI";

    @TempDir
    private Path folder;

    @Test
    void noSecretIsWrittenDown() {
        Command command = SmallWorkspace.in(folder);
        for (List<String> line : List.of(
                List.of("hold", "hello", "prod", "--reason", "replace " + TOKEN),
                List.of("promote", "hello", "prod", "--hotfix", "--reason", TOKEN),
                List.of("rollback", "hello", "prod", "--reason", TOKEN),
                List.of("deployed", "hello", "prod", "--image", TOKEN + "@sha256:" + "0f".repeat(32)))) {
            Command.Said said = command.run(line.toArray(String[]::new));
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err())
                    .contains("policy/secret")
                    .contains("holds what looks like a secret, and would be written down");
            assertThat(said.out() + said.err()).doesNotContain(TOKEN);
        }
        assertThat(folder.resolve("repos/hello/release.yaml")).doesNotExist();
    }
}
