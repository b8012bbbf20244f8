package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages of what only the command line finds; all others are run by the core's tests. A block whose info string names a
 * file is written there, the bad ones first, and a {@code diff} block edits the file named in its first line; Dagster+ is stood
 * in for, and keeps what {@code dagster-plus.txt} says.
 * {@code -Dpages.update=true} writes into a page what is printed now, and fails.
 */
final class CommandPagesTest {
    private static final Pattern STEP = Pattern.compile(
            "(?ms)^```\\S+ (?<file>\\S+)\n(?<text>.*?)^```$|^```diff\n(?<edit>.*?)^```$|^\\$ dagster-fleet (?<typed>[^\n]+)$|^\\$ git (?<git>[^\n]+)$");
    private static final Pattern SCREEN = Pattern.compile("(?ms)^```text\n(.*?)^```$");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usage/arguments",
                "usage/no-workspace",
                "usage/unknown-code",
                "usage/unknown-path",
                "usage/no-python",
                "usage/unknown-location",
                "env/missing",
                "env/wrong-scope",
                "env/hidden",
                "env/too-wide",
                "env/extra",
                "env/names",
                "env/no-value",
                "env/value",
                "env/unconfirmed",
                "env/file",
                "release/file",
                "release/missing-commit",
                "release/no-history",
                "release/broken",
                "release/still-running",
                "release/unused",
                "release/waiting",
                "release/tool-changed",
                "release/live-limit"
            })
    void theCommandSaysWhatThePageShows(String code) throws IOException {
        Path file = Path.of("..", "docs", "findings").resolve(code + ".md");
        String page = Files.readString(file);
        int good = page.indexOf("## Good");
        SmallWorkspace.in(folder)
                .write(
                        "team/dagster_cloud.yaml",
                        "locations:\n  - {location_name: a, code_source: {module_name: a}}\n");
        try (PlusStandIn plus = new PlusStandIn(folder)) {
            Command command = new Command(folder, plus.environment());
            Command.Said bad = run(command, page.substring(0, good));
            compare(file, page, bad.err());
            assertThat(bad.err()).contains("[" + code + "]");
            assertThat(bad.code())
                    .isEqualTo(code.startsWith("usage/") ? 2 : bad.err().contains("error[") ? 1 : 0);
            Command.Said well = run(command, page.substring(good));
            assertThat(well.err()).doesNotContain(code);
            assertThat(well.code()).isZero();
        }
    }

    /** Writes files and runs commands as they come; what the last one said counts. */
    private static Command.Said run(Command command, String section) {
        Command.Said said = new Command.Said(-1, "", "");
        Matcher step = STEP.matcher(section);
        while (step.find()) {
            if (step.group("file") != null) {
                command.write(step.group("file"), step.group("text"));
            } else if (step.group("edit") != null) {
                Walkthrough.edit(command, step.group("edit").lines().toList());
            } else if (step.group("git") != null) {
                assumeTrue(GitCommand.isThere(), "no git");
                GitCommand.run(command.workspace(), List.of(step.group("git").split(" ")));
            } else {
                said = command.run(step.group("typed").split(" "));
            }
        }
        return said;
    }

    private static void compare(Path file, String page, String printed) throws IOException {
        Matcher screen = SCREEN.matcher(page);
        assertThat(screen.find()).isTrue();
        if (Boolean.getBoolean("pages.update") && !screen.group(1).equals(printed)) {
            Files.writeString(file, page.substring(0, screen.start(1)) + printed + page.substring(screen.end(1)));
            fail(file.getFileName() + " is rewritten: look at it and commit it");
        }
        assertThat(printed).isEqualTo(screen.group(1));
    }
}
