package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixTest {
    private static final String BAD =
            """
            locations:
              - location_name: on # ours
                code_sorce: {module_name: web}
                image: ""
                build: {directory: 1}
                nonsense: 1
            """;

    @TempDir
    Path folder;

    @Test
    void whatWasMendedIsToldAndTheRestIsLeft() {
        Command command =
                new Command(folder).write("team/dagster_cloud.yaml", BAD).write("team/1/Dockerfile", "");
        Command.Said said = command.run("validate", "--fix");
        assertThat(said.out())
                .isEqualTo(
                        """
                        fixed team/dagster_cloud.yaml:2:20: `location_name` must be a text, not true or false; put it in quotes: `"on"`
                        fixed team/dagster_cloud.yaml:3:5: unknown key `code_sorce` in an item of `locations`; rename it to `code_source`
                        fixed team/dagster_cloud.yaml:5:24: `directory` must be a text, not a whole number; put it in quotes: `"1"`
                        1 file, 3 fixes, 1 error
                        """);
        assertThat(said.err()).startsWith("error[schema/unknown-key]: unknown key `nonsense`");
        assertThat(said.code()).isEqualTo(1);
        assertThat(command.read("team/dagster_cloud.yaml"))
                .isEqualTo(
                        """
                        locations:
                          - location_name: "on" # ours
                            code_source: {module_name: web}
                            image: ""
                            build: {directory: "1"}
                            nonsense: 1
                        """);
    }

    @Test
    void aFileThatIsMendedIsFine() {
        Command command = new Command(folder)
                .write("dagster_cloud.yaml", BAD.replace("    nonsense: 1\n", ""))
                .write("1/Dockerfile", "");
        assertThat(command.run("validate", "--fix").code()).isZero();
        assertThat(command.run("validate", "--fix").out()).isEqualTo("1 file, no errors\n");
    }

    @Test
    void jsonListsWhatWasMended() {
        Command command = new Command(folder).write("dagster_cloud.yaml", BAD);
        assertThat(command.run("validate", "--format", "json").out())
                .contains("\"fixes\": [{\"help\": \"rename it to `code_source`\", \"edits\": [{\"file\":"
                        + " \"dagster_cloud.yaml\", \"line\": 3, \"column\": 5, \"endLine\": 3, \"endColumn\": 15,"
                        + " \"text\": \"code_source\"}]}]");
        assertThat(command.run("validate", "--fix", "--format", "json").out())
                .contains("\"fixed\": [\n", "\"files\": 1, \"fixed\": 3}");
    }

    @Test
    void nothingIsDoneWhereAPathIsWrong() {
        Command command = new Command(folder).write("dagster_cloud.yaml", BAD);
        Command.Said said = command.run("validate", "dagster_cloud.yaml", "nowhere", "--fix");
        assertThat(said.code()).isEqualTo(2);
        assertThat(command.read("dagster_cloud.yaml")).isEqualTo(BAD);
    }

    @Test
    void whoMayReadAFileStays() throws IOException {
        Command command = new Command(folder).write("dagster_cloud.yaml", BAD);
        Path file = folder.resolve("dagster_cloud.yaml");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        command.run("validate", "--fix");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Command command = new Command(folder).write("shared.txt", BAD);
        Path link = Files.createSymbolicLink(folder.resolve("dagster_cloud.yaml"), Path.of("shared.txt"));
        command.run("validate", "--fix");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(command.read("shared.txt")).contains("code_source");
        assertThat(Files.exists(folder.resolve("shared.txt.dagster-fleet"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void generatedFilesAreMendedInTheirSources() {
        Command command = SmallWorkspace.generatedIn(folder);
        String file = "repos/hello/generated/dev/dagster_cloud.yaml";
        String edited = command.read(file).replace("code_source", "code_sorce");
        command.write(file, edited);
        Command.Said said = command.run("validate", ".", "--fix");
        assertThat(said.err())
                .contains("note: not fixed: this file is generated, and what it is made from is to be mended\n");
        assertThat(command.read(file)).isEqualTo(edited);
        assertThat(said.code()).isEqualTo(1);
    }
}
