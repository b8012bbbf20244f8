package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The git executable in one folder, whatever this machine has configured. Skips the test where there is none. */
public record TestGit(Path folder) {
    /** How a command ended, and all that it printed. */
    public record Ended(int exitCode, String printed) {}

    /** Fails the test for a command that fails. */
    public String run(String... arguments) {
        Ended ended = tried(arguments);
        assertThat(ended.exitCode).as(ended.printed).isZero();
        return ended.printed;
    }

    public Ended tried(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "init.defaultBranch=main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_CONFIG_SYSTEM", "/dev/null",
                        "GIT_EDITOR", "true",
                        "GIT_AUTHOR_NAME", "Ann",
                        "GIT_AUTHOR_EMAIL", "ann@example.com",
                        "GIT_COMMITTER_NAME", "Ann",
                        "GIT_COMMITTER_EMAIL", "ann@example.com"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), printed);
        } catch (IOException noGit) {
            assumeTrue(false, "no git");
            throw new IllegalStateException(noGit);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
