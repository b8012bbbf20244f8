package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.dagsterfleet.change.ChangeKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole workspaces and all that is generated from them. Run with {@code -Dgolden.update=true} to write what is expected
 * anew, which fails: read the difference, then run again without.
 */
class GoldenWorkspacesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TempDir
    private Path temp;

    private int copies;

    @TestFactory
    Stream<DynamicContainer> generatesWhatIsExpected() {
        return folders(GOLDEN.resolve("generate"))
                .map(golden -> dynamicContainer(golden.getFileName().toString(), checksOf(golden)));
    }

    private Stream<DynamicTest> checksOf(Path golden) {
        return Stream.of(
                dynamicTest("makes what is expected", () -> makesWhatIsExpected(golden)),
                dynamicTest("makes the same of CRLF and a byte order mark", () -> lineEndsDoNotCount(golden)),
                dynamicTest("is clean afterwards", () -> isCleanAfterwards(golden)),
                dynamicTest("finds each edited byte", () -> findsEachEdit(golden)),
                dynamicTest("finds each missing file", () -> findsEachMissingFile(golden)));
    }

    private void makesWhatIsExpected(Path golden) throws IOException {
        Map<String, byte[]> made = made(copy(golden, bytes -> bytes).generated());
        Path expected = golden.resolve("expected");
        if (UPDATE) {
            deleteAll(expected);
            DiskWorkspace kept = DiskWorkspace.empty(expected);
            made.forEach(kept::write);
        }
        assertThat(texts(made)).isEqualTo(texts(DiskWorkspace.files(expected, path -> true)));
        assertThat(UPDATE).as("golden files were written anew").isFalse();
    }

    private void lineEndsDoNotCount(Path golden) {
        Map<String, byte[]> made =
                made(copy(golden, GoldenWorkspacesTest::asWindowsWouldWrite).generated());

        assertThat(texts(made))
                .isEqualTo(texts(made(copy(golden, bytes -> bytes).generated())));
    }

    private void isCleanAfterwards(Path golden) {
        DiskWorkspace workspace = copy(golden, bytes -> bytes).generated();
        workspace.age();
        Map<String, ?> before = workspace.times();

        RunReport again = workspace.generate();

        assertThat(DiskWorkspace.changes(again)).isEmpty();
        assertThat(DiskWorkspace.findings(again)).isEmpty();
        assertThat(workspace.times()).isEqualTo(before);
        assertThat(workspace.check().exitCode()).isEqualTo(ExitCode.DONE);
    }

    private void findsEachEdit(Path golden) {
        DiskWorkspace workspace = copy(golden, bytes -> bytes).generated();
        made(workspace).forEach((file, content) -> {
            byte[] edited = content.clone();
            edited[edited.length / 2] ^= 1;
            workspace.write(file, edited);
            RunReport report = workspace.check();
            workspace.write(file, content);

            assertThat(report.exitCode()).isEqualTo(ExitCode.FINDINGS);
            assertThat(DiskWorkspace.codes(report)).containsExactly("change/hand-edited " + file);
            assertThat(DiskWorkspace.changes(report)).containsExactly("hand-edited " + file);
        });
    }

    private void findsEachMissingFile(Path golden) {
        DiskWorkspace workspace = copy(golden, bytes -> bytes).generated();
        made(workspace).forEach((file, content) -> {
            workspace.delete(file);
            RunReport report = workspace.check();
            workspace.write(file, content);

            assertThat(report.exitCode()).isEqualTo(ExitCode.FINDINGS);
            assertThat(DiskWorkspace.changes(report, ChangeKind.CREATE)).containsExactly(file);
            assertThat(DiskWorkspace.codes(report)).containsExactly("change/drift " + file);
        });
    }

    @TestFactory
    Stream<DynamicTest> differentSpellingsMakeTheSame() {
        return folders(GOLDEN.resolve("equal"))
                .map(golden -> dynamicTest(golden.getFileName().toString(), () -> {
                    DiskWorkspace a =
                            copyOf(golden.resolve("a"), bytes -> bytes).generated();
                    DiskWorkspace b =
                            copyOf(golden.resolve("b"), bytes -> bytes).generated();

                    assertThat(texts(a.generatedFiles())).isEqualTo(texts(b.generatedFiles()));
                }));
    }

    @Test
    void thisRepositorysOwnFleetIsUpToDate() {
        DiskWorkspace workspace = DiskWorkspace.copy(
                Path.of("../.."),
                temp,
                path -> path.startsWith("environments/") || path.startsWith("repos/") || path.startsWith("templates/"),
                bytes -> bytes);

        assertThat(DiskWorkspace.findings(workspace.check())).isEmpty();
    }

    @Test
    void everyGoldenFolderIsACaseAndHoldsNoCarriageReturn() {
        assertThat(folders(GOLDEN.resolve("generate")))
                .allSatisfy(golden -> assertThat(folders(golden).map(Path::getFileName))
                        .containsExactly(Path.of("expected"), Path.of("workspace")));
        assertThat(folders(GOLDEN.resolve("equal")))
                .allSatisfy(golden ->
                        assertThat(folders(golden).map(Path::getFileName)).containsExactly(Path.of("a"), Path.of("b")));
        assertThat(texts(DiskWorkspace.files(GOLDEN, path -> true)))
                .allSatisfy((file, text) -> assertThat(text).doesNotContain("\r"));
    }

    private DiskWorkspace copy(Path golden, UnaryOperator<byte[]> edit) {
        return copyOf(golden.resolve("workspace"), edit);
    }

    private DiskWorkspace copyOf(Path workspace, UnaryOperator<byte[]> edit) {
        return DiskWorkspace.copy(workspace, temp.resolve(Integer.toString(copies++)), path -> true, edit);
    }

    /** All but the schemas, which no workspace changes, and the manifests, which only repeat what the files hold. */
    private static Map<String, byte[]> made(DiskWorkspace workspace) {
        Map<String, byte[]> files = workspace.generatedFiles();
        files.keySet()
                .removeIf(path -> path.startsWith("environments/generated/all/schemas/")
                        || path.endsWith("/generated/manifest.json"));
        return files;
    }

    private static byte[] asWindowsWouldWrite(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        for (byte b : content) {
            if (b == '\n') {
                out.write('\r');
            }
            out.write(b);
        }
        return out.toByteArray();
    }

    private static Map<String, String> texts(Map<String, byte[]> files) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((path, content) -> texts.put(path, new String(content, StandardCharsets.UTF_8)));
        return texts;
    }

    private static Stream<Path> folders(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.delete(path);
                }
            }
        }
    }
}
