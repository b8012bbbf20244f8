package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what the README says, from top to bottom, on a copy of this repository's fleet: a {@code diff} block edits the file
 * named in its first line, a {@code console} block runs its commands and must print what stands below them, and a block
 * whose info string names a file must be that file. {@code -Dreadme.update=true} rewrites the output, and fails.
 */
class ReadmeTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final boolean UPDATE = Boolean.getBoolean("readme.update");
    private static final String COMMAND = "$ dagster-fleet ";

    @TempDir
    Path workspace;

    private int blocks;

    @Test
    void everyCommandPrintsWhatTheReadmeShows() throws IOException {
        for (String part : List.of("environments", "repos", "templates")) {
            copy(ROOT.resolve(part), workspace.resolve(part));
        }
        Path readme = ROOT.resolve("README.md");
        String before = Files.readString(readme);
        String after = follow(before);
        assertThat(blocks).as("blocks that were followed").isGreaterThan(8);
        if (UPDATE && !after.equals(before)) {
            Files.writeString(readme, after);
            fail("README.md is rewritten: look at it and commit it");
        }
        assertThat(after).isEqualTo(before);
    }

    private String follow(String readme) throws IOException {
        List<String> out = new ArrayList<>();
        List<String> block = new ArrayList<>();
        String info = "";
        boolean inside = false;
        for (String line : readme.split("\n", -1)) {
            if (!inside && line.startsWith("```")) {
                inside = true;
                info = line.substring(3).strip();
                block.clear();
                out.add(line);
            } else if (inside && line.equals("```")) {
                inside = false;
                out.addAll(followed(info, block));
                out.add(line);
            } else if (inside) {
                block.add(line);
            } else {
                out.add(line);
            }
        }
        return String.join("\n", out);
    }

    private List<String> followed(String info, List<String> block) throws IOException {
        if (info.equals("console")) {
            blocks++;
            return run(block);
        }
        if (info.equals("diff")) {
            blocks++;
            edit(block);
        } else if (info.contains(" ")) {
            blocks++;
            String file = info.substring(info.indexOf(' ') + 1);
            assertThat(String.join("\n", block) + "\n").as(file).isEqualTo(Files.readString(workspace.resolve(file)));
        }
        return List.copyOf(block);
    }

    /** Each command with what it prints now, in the order of a terminal. */
    private List<String> run(List<String> block) {
        List<String> out = new ArrayList<>();
        for (String line : block) {
            if (line.startsWith(COMMAND)) {
                Command.Said said = new Command(workspace)
                        .run(line.substring(COMMAND.length()).split(" "));
                out.add(line);
                (said.out() + said.err()).lines().forEach(out::add);
            }
        }
        assertThat(out).as("a console block without a command").isNotEmpty();
        return out;
    }

    private void edit(List<String> diff) throws IOException {
        String file = diff.get(0).replaceFirst("^\\+\\+\\+ ", "");
        Path path = workspace.resolve(file);
        List<String> old = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        for (String line : diff.subList(1, diff.size())) {
            String text = line.isEmpty() ? "" : line.substring(1);
            if (!line.startsWith("+")) {
                old.add(text);
            }
            if (!line.startsWith("-")) {
                fresh.add(text);
            }
        }
        String content = Files.readString(path);
        String searched = String.join("\n", old) + "\n";
        assertThat(content).as(file).containsOnlyOnce(searched);
        Files.writeString(path, content.replace(searched, String.join("\n", fresh) + "\n"), StandardCharsets.UTF_8);
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
