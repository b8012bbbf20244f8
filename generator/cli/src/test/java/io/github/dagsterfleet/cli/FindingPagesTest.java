package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.FindingPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page of {@code generator/docs/findings} says what the command really says. With {@code -Dgolden.update=true} the
 * pages are given what it says, and the test fails.
 */
class FindingPagesTest {
    private static final Path PAGES = Path.of("../docs/findings");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyPageTellsTheTruth() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(file -> PAGES.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.contains("/"))
                    .map(file -> file.substring(0, file.length() - ".md".length()))
                    .sorted()
                    .toList()
                    .stream()
                    .map(code -> DynamicTest.dynamicTest(code, () -> check(code)));
        }
    }

    private void check(String id) {
        FindingCode code = FindingCode.ofId(id).orElseThrow();
        Page page = page(id + ".md");
        assertThat(FindingPages.page(code)).isEqualTo(read(id + ".md"));
        assertThat(page.title()).isEqualTo("# " + id);
        assertThat(page.sections().keySet()).containsExactly("", "Bad", "Good", "What to do");
        assertThat(page.sections().get("What to do").prose()).isNotEmpty();

        Page.Section bad = page.sections().get("Bad");
        Command.Said said = said(id + "/bad", bad);
        String screen = bad.block("text").orElse("no block `text`");
        if (Boolean.getBoolean("golden.update")) {
            update(id + ".md", screen, said.err());
        }
        assertThat(said.err()).isEqualTo(screen);
        assertThat(said.err()).contains("[" + id + "]");

        Command.Said good = said(id + "/good", page.sections().get("Good"));
        assertThat(good.err()).isEmpty();
        assertThat(good.code()).isZero();
    }

    private Command.Said said(String name, Page.Section section) {
        Command command = Command.on(folder.resolve(name), workspace());
        assertThat(command.run("generate").code()).isZero();
        section.files().forEach(command::write);
        return command.run(section.block("sh").map(FindingPagesTest::arguments).orElse(new String[] {"generate"}));
    }

    private static void update(String file, String screen, String said) {
        try {
            String page = read(file).replace("```text\n" + screen + "```", "```text\n" + said + "```");
            Files.writeString(PAGES.resolve(file), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] arguments(String shell) {
        return shell.strip().substring("dagster-fleet ".length()).split(" ");
    }

    private static Map<String, String> workspace() {
        return page("README.md").sections().get("").files();
    }

    private static Page page(String file) {
        return Page.parse(read(file));
    }

    private static String read(String file) {
        try {
            return Files.readString(PAGES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
