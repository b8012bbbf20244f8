package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what the README says, from top to bottom, on a copy of this repository's fleet. A block whose info string names a
 * file must be that file.
 */
class ReadmeTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path workspace;

    @Test
    void everyCommandPrintsWhatTheReadmeShows() throws IOException {
        for (String part : List.of("environments", "repos", "templates")) {
            copy(ROOT.resolve(part), workspace.resolve(part));
        }
        Walkthrough walkthrough = new Walkthrough(new Command(workspace), ReadmeTest::mustBeShown);
        Path readme = ROOT.resolve("README.md");
        String before = Files.readString(readme);
        String after = walkthrough.follow(before);
        assertThat(walkthrough.blocks()).as("blocks that were followed").isGreaterThan(8);
        Walkthrough.compare(readme, before, after);
    }

    private static void mustBeShown(Command workspace, String file, String content) {
        assertThat(content).as(file).isEqualTo(workspace.read(file));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
