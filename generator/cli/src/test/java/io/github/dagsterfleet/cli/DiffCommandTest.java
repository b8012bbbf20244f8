package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How differences are printed; the pages show the rest. */
class DiffCommandTest {
    @TempDir
    Path folder;

    private Command changed() {
        Command command = SmallWorkspace.generatedIn(folder);
        command.write(
                "environments/base.yaml", command.read("environments/base.yaml").replace("INFO", "'DEB `@all` <b>|'"));
        return command;
    }

    @Test
    void aDifferenceIsNoReasonToFail() {
        assertThat(changed().run("diff").code()).isZero();
    }

    @Test
    void noFormatTellsTheValueOfAVariable() {
        Command command = changed();
        for (String format : List.of("text", "json", "markdown")) {
            assertThat(command.run("diff", "--format", format).out())
                    .as(format)
                    .contains("LOG_LEVEL")
                    .doesNotContain("INFO", "DEB ");
        }
    }

    @Test
    void whatComesFromFilesStandsInCodeSpans() {
        Command command = SmallWorkspace.generatedIn(folder);
        String file = "repos/hello/generated/dev/dagster_cloud.yaml";
        command.write(file, command.read(file).replace("module_name: hello", "module_name: \"x<b>`|@all\""));

        assertThat(command.run("diff", "--format", "markdown").out())
                .isEqualTo(
                        """
                        ### starts or stops work

                        - `~ locations.hello.code_source.module_name`
                          - `` x<b>`|@all -> hello ``

                        from `repos/hello/repo.yaml:4:38`

                        1 repo in `dev`: `hello`

                        1 repo differs: 1 in dev, 0 in prod
                        """);
    }

    @Test
    void aPlaceIsALinkWhereTheTerminalMakesLinks() {
        Command command = SmallWorkspace.generatedIn(folder);
        command.write(
                "environments/base.yaml", command.read("environments/base.yaml").replace("INFO", "DEBUG"));

        assertThat(command.with(Map.of("FORCE_HYPERLINK", "1"))
                        .run(Keyboard.NONE, "diff")
                        .out())
                .contains("environments/base.yaml:8:20");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Command command = SmallWorkspace.generatedIn(folder);

        assertThat(command.run("diff", "dev", "hello").err()).contains("`dev` is an environment, and no repo");
        assertThat(command.run("diff", "helo").err()).contains("there is no repo `helo`", "`hello`");
        assertThat(command.run("diff", "--release", "a..b").code()).isEqualTo(2);
        assertThat(command.run("diff", "dev", "--format", "sarif").err()).contains("no format `sarif` of `diff`");
    }
}
