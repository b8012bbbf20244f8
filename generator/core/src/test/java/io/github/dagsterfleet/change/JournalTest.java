package io.github.dagsterfleet.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final String OTHER = "f".repeat(64);

    @TempDir
    private Path root;

    private Path file = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        file = Files.createDirectories(root.resolve(".dagster-fleet")).resolve("journal");
    }

    private Map<String, Set<String>> read(String text) throws IOException {
        Files.writeString(file, text);
        return Journal.read(root);
    }

    @Test
    void workspaceWithoutOneTellsNothing() throws IOException {
        assertThat(Journal.read(root)).isEmpty();
    }

    @Test
    void onePathMayHaveBeenWrittenTwice() throws IOException {
        assertThat(read(DIGEST + " repos/a/generated/x\n" + OTHER + " repos/a/generated/x\n"))
                .isEqualTo(Map.of("repos/a/generated/x", Set.of(DIGEST, OTHER)));
    }

    @Test
    void halfALineIsNoLine() throws IOException {
        assertThat(read(DIGEST + " repos/a/generated/x\n" + DIGEST.substring(1)))
                .containsOnlyKeys("repos/a/generated/x");
    }

    @Test
    void pathOutOfTheWorkspaceIsNoLine() throws IOException {
        assertThat(read(DIGEST + " repos/a/generated/../../x\n" + DIGEST + " /etc/passwd\n"))
                .isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreNoLine() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff, 0, '\n', (byte) 0xc3});

        assertThat(Journal.read(root)).isEmpty();
    }

    @Test
    void foldersAreToldApartByTheirWholeNames() {
        assertThat(Journal.below(
                        Map.of("repos/a/generated/x", Set.of(DIGEST), "repos/ab/generated/x", Set.of(OTHER)),
                        new SourcePath("repos/a/generated")))
                .isEqualTo(Map.of("x", Set.of(DIGEST)));
    }

    @Test
    void whatNoManifestSaysStaysForTheNextRun() throws IOException {
        Files.writeString(file, DIGEST + " repos/a/generated/x\n" + OTHER + " repos/b/generated/x\n");

        try (Journal journal = Journal.begin(root)) {
            journal.settle(new SourcePath("repos/a/generated"));
        }

        assertThat(file).hasContent(OTHER + " repos/b/generated/x\n");
    }

    @Test
    void whatEveryManifestSaysIsForgotten() throws IOException {
        Files.write(file, (DIGEST + " repos/a/generated/x\n").getBytes(StandardCharsets.UTF_8));

        try (Journal journal = Journal.begin(root)) {
            journal.settle(new SourcePath("repos/a/generated"));
        }

        assertThat(file).doesNotExist();
    }
}
