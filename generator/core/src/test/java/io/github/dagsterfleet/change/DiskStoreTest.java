package io.github.dagsterfleet.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskStoreTest {
    private static final SourcePath OUTPUT = new SourcePath("repos/web/generated/dev/a.yaml");
    private static final byte[] CONTENT = "a: 1\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path root;

    @Test
    void nothingButTheFileIsLeftBehind() throws IOException {
        new DiskStore(root).write(OUTPUT, CONTENT);
        assertThat(files()).containsExactly(OUTPUT.value());
    }

    @Test
    void aWriteThatFailsLeavesNothingBehind() throws IOException {
        Files.createDirectories(root.resolve(OUTPUT.value()).resolve("a folder stands here"));
        DiskStore store = new DiskStore(root);
        assertThatIOException().isThrownBy(() -> store.write(OUTPUT, CONTENT));
        assertThat(files()).isEmpty();
    }

    @Test
    void whatAKilledRunWasWritingIsDeleted() throws IOException {
        Path folder = Files.createDirectories(root.resolve("repos/web/generated/dev"));
        Files.write(folder.resolve("a.yaml.dagster-fleet"), CONTENT);
        Files.write(folder.resolveSibling("manifest.json.dagster-fleet"), CONTENT);
        Files.write(folder.resolve("b.yaml"), CONTENT);
        new DiskStore(root).tidy(List.of(OUTPUT));
        assertThat(files()).containsExactly("repos/web/generated/dev/b.yaml");
    }

    @Test
    void nothingIsDeletedOutsideOfTheWorkspace() throws IOException {
        Path outside = Files.createDirectories(root.resolve("outside"));
        Path workspace = Files.createDirectories(root.resolve("workspace"));
        Files.write(outside.resolve("a.yaml.dagster-fleet"), CONTENT);
        Files.createSymbolicLink(workspace.resolve("repos"), outside);
        new DiskStore(workspace).tidy(List.of(new SourcePath("repos/a.yaml")));
        assertThat(files()).contains("outside/a.yaml.dagster-fleet");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
