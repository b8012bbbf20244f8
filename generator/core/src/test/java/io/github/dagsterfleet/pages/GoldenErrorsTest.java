package io.github.dagsterfleet.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.FindingCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bad input beyond the one example of each page: {@code golden/errors/<code>/<case>/} holds files for the standard
 * workspace and {@code expected.txt}, the screen. {@code -Dgolden.update=true} writes the screens, and fails.
 */
final class GoldenErrorsTest {
    private static final Path FOLDER = Sandbox.RESOURCES.resolve("golden").resolve("errors");
    private static final String EXPECTED = "expected.txt";

    /** @param folder that of the case */
    private record Case(String code, String name, Path folder) {
        static Case of(Path folder) {
            Path path = FOLDER.relativize(folder);
            return new Case(
                    path.getName(0) + "/" + path.getName(1), path.getName(2).toString(), folder);
        }

        Scene scene() {
            Scene scene = new Scene();
            Sandbox.filesBelow(folder).forEach((file, content) -> {
                if (!file.equals(EXPECTED)) {
                    scene.file(file, content);
                }
            });
            return scene;
        }

        Path expected() {
            return folder.resolve(EXPECTED);
        }

        @Override
        public String toString() {
            return code + "/" + name;
        }
    }

    @TestFactory
    Stream<DynamicTest> badInputPrintsWhatIsExpected(@TempDir Path folder) {
        return cases().stream()
                .map(one -> DynamicTest.dynamicTest(one.toString(), () -> run(one, folder.resolve(one.toString()))));
    }

    @Test
    void everyCaseIsOfACodeAndHoldsNoAbsolutePathAndNoCarriageReturn() throws IOException {
        for (Case one : cases()) {
            assertThat(FindingCode.ofId(one.code())).as(one.toString()).isPresent();
            assertThat(Files.readString(one.expected()))
                    .as(one.toString())
                    .contains("[" + one.code() + "]")
                    .doesNotContain("\r")
                    .doesNotContainPattern(Page.ABSOLUTE_PATH);
        }
    }

    private static void run(Case one, Path folder) throws IOException {
        BadRun run = BadRun.of(folder, one.code(), one.scene());
        String expected = Files.exists(one.expected()) ? Files.readString(one.expected()) : "";
        if (Boolean.getBoolean("golden.update") && !run.screen().equals(expected)) {
            Files.writeString(one.expected(), run.screen());
        }
        assertThat(run.screen()).isEqualTo(expected);
        run.assertNothingRefusedWasWritten();
    }

    private static List<Case> cases() {
        try (Stream<Path> folders = Files.walk(FOLDER, 3)) {
            return folders.filter(folder -> FOLDER.relativize(folder).getNameCount() == 3)
                    .sorted()
                    .map(Case::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
