package io.github.dagsterfleet.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private OwnedPaths read(String text) throws IOException {
        Files.writeString(file, text);
        return Journal.read(root);
    }

    private static OwnedPaths owned(String path, String... digests) {
        OwnedPaths.Builder paths = new OwnedPaths.Builder();
        paths.add(path, List.of(digests));
        return paths.build();
    }

    @Test
    void workspaceWithoutOneTellsNothing() throws IOException {
        assertThat(Journal.read(root)).isEqualTo(OwnedPaths.NONE);
    }

    @Test
    void onePathMayHaveBeenWrittenTwice() throws IOException {
        assertThat(read(DIGEST + " repos/a/generated/x\n" + OTHER + " repos/a/generated/x\n"))
                .isEqualTo(owned("repos/a/generated/x", DIGEST, OTHER));
    }

    @Test
    void halfALineIsNoLine() throws IOException {
        assertThat(read(DIGEST + " repos/a/generated/x\n" + DIGEST.substring(1)))
                .isEqualTo(owned("repos/a/generated/x", DIGEST));
    }

    @Test
    void pathOutOfTheWorkspaceIsNoLine() throws IOException {
        assertThat(read(DIGEST + " repos/a/generated/../../x\n" + DIGEST + " /etc/passwd\n"))
                .isEqualTo(OwnedPaths.NONE);
    }

    @Test
    void bytesThatAreNoTextAreNoLine() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff, 0, '\n', (byte) 0xc3});

        assertThat(Journal.read(root)).isEqualTo(OwnedPaths.NONE);
    }

    @Test
    void foldersAreToldApartByTheirWholeNames() {
        OwnedPaths left = owned("repos/a/generated/x", DIGEST).plus(owned("repos/ab/generated/x", OTHER));

        assertThat(left.below(new SourcePath("repos/a/generated"))).isEqualTo(owned("x", DIGEST));
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
