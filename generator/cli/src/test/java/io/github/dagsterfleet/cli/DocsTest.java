package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Does what the pages about the product say. Every section that begins with {@code ##} has a workspace of its own, in which
 * what stands above the first of them has been done already; within a section one block finds what the block before it left.
 * A block whose info string names a source file is written there; one that names a generated file, or the
 * summary of a step, must stand in it. Dagster+ is stood in for, and keeps what {@code dagster-plus.txt} says.
 */
class DocsTest {
    private static final Path FOLDER = Path.of("..", "docs");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandPrintsWhatThePageShows(Path page) throws IOException {
        String before = Files.readString(page);
        String[] sections = before.split("(?m)^(?=## )", -1);
        List<String> after = new ArrayList<>();
        int blocks = 0;
        for (int i = 0; i < sections.length; i++) {
            Path workspace = Files.createDirectory(folder.resolve("section-" + i));
            try (PlusStandIn plus = new PlusStandIn(workspace)) {
                Walkthrough walkthrough =
                        new Walkthrough(new Command(workspace, plus.environment()), DocsTest::writeOrCompare);
                String start = walkthrough.follow(sections[0]);
                after.add(i == 0 ? start : walkthrough.follow(sections[i]));
                blocks += walkthrough.blocks();
            }
        }
        assertThat(blocks).as("blocks that were followed").isPositive();
        Walkthrough.compare(page, before, String.join("", after));
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    private static void writeOrCompare(Command workspace, String file, String content) {
        if (file.contains("/generated/") || file.equals(Command.STEP_SUMMARY)) {
            assertThat(content).as(file).isNotBlank();
            assertThat(workspace.read(file)).as(file).contains(content);
        } else {
            workspace.write(file, content);
        }
    }
}
