package io.github.dagsterfleet.source.git;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dagsterfleet.TestGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class GitObjectsTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void anOriginThatDoesNotAnswerIsNotWaitedForLongerThanTheLimit() throws IOException {
        Path origin = Files.createDirectory(folder.resolve("origin"));
        TestGit git = new TestGit(origin);
        git.run("init", "--quiet");
        Files.writeString(origin.resolve("a.txt"), "a\n");
        git.run("add", "--all");
        git.run("commit", "--quiet", "--message", "Start");
        git.run("config", "uploadpack.allowFilter", "true");
        git.run(
                "clone",
                "--quiet",
                "--filter=blob:none",
                "--no-checkout",
                origin.toUri().toString(),
                folder.resolve("clone").toString());
        TestGit clone = new TestGit(folder.resolve("clone"));
        clone.run("config", "remote.origin.uploadpack", "sleep 300 #");
        String blob = git.run("rev-parse", "HEAD:a.txt").strip();

        try (GitObjects objects = new GitObjects(new Git(clone.folder()), Duration.ofSeconds(1))) {
            assertThatThrownBy(() -> objects.get(blob))
                    .isInstanceOf(IOException.class)
                    .hasMessage("git can neither find nor fetch the object " + blob);
        }
    }
}
