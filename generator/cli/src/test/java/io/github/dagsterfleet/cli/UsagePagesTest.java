package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of what only the command line itself finds; all others are run by the core's tests. */
final class UsagePagesTest {
    private static final String COMMAND = "```console\n$ dagster-fleet ";
    private static final String SCREEN = "```text\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"arguments", "no-workspace", "unknown-code", "unknown-path", "no-python"})
    void theCommandSaysWhatThePageShows(String what) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "findings", "usage", what + ".md"));
        SmallWorkspace.in(folder)
                .write(
                        "team/dagster_cloud.yaml",
                        "locations:\n  - {location_name: a, code_source: {module_name: a}}\n");
        Command.Said bad = new Command(folder).run(after(COMMAND, page).split(" "));
        assertThat(bad.err()).isEqualTo(block(page));
        assertThat(bad.code()).isEqualTo(2);
        String good = page.substring(page.indexOf("## Good"));
        assertThat(new Command(folder).run(after(COMMAND, good).split(" ")).code())
                .isZero();
    }

    private static String after(String mark, String page) {
        int start = page.indexOf(mark) + mark.length();
        return page.substring(start, page.indexOf('\n', start));
    }

    private static String block(String page) {
        int start = page.indexOf(SCREEN) + SCREEN.length();
        return page.substring(start, page.indexOf("```", start));
    }
}
