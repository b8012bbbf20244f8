package io.github.dagsterfleet.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTest {
    @TempDir
    private Path folder;

    /** Else {@code git log} prints what it thinks of a signature among the ids of commits. */
    @Test
    void nobodysSettingShowsSignatures() throws IOException {
        Git git = new Git(folder);
        assertThat(git.run("init", "--quiet").isGood()).isTrue();
        assertThat(git.run("config", "--local", "log.showSignature", "true").isGood())
                .isTrue();

        assertThat(git.run("config", "--get", "log.showSignature").text()).isEqualTo("false");
    }
}
