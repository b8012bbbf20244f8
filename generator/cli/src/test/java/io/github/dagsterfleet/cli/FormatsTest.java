package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    private static final String BAD = "locations:\n  - {location_name: web, code_sorce: {module_name: web}}\n";

    @TempDir
    Path folder;

    @Test
    void driftIsAFindingOfEachFile() {
        Command command = SmallWorkspace.generatedIn(folder);
        command.write("repos/hello/generated/manifest.json", "{}");
        for (String format : new String[] {"sarif", "github", "gitlab"}) {
            Command.Said said = command.run("check", "--format", format);
            assertThat(said.out()).as(format).contains("change/", "repos/hello/generated/");
            assertThat(said.err()).as(format).isEmpty();
            assertThat(said.code()).as(format).isEqualTo(1);
        }
    }

    @Test
    void annotationsEndWithTheSummary() {
        Command command = SmallWorkspace.generatedIn(folder);
        assertThat(command.run("check", "--format", "github"))
                .isEqualTo(new Command.Said(0, "1 repo and environments: 21 unchanged\n", ""));
        assertThat(command.read(Command.STEP_SUMMARY))
                .isEqualTo("### dagster-fleet: 1 repo and environments\\: 21 unchanged\n\n\n");
    }

    @Test
    void aSummaryIsAddedToTheOneThatIsThere() {
        Command command = new Command(folder).write(Command.STEP_SUMMARY, "before\n");
        command.write("dagster_cloud.yaml", BAD).run("validate", "--format", "github");
        assertThat(command.read(Command.STEP_SUMMARY))
                .startsWith("before\n### dagster-fleet")
                .contains("<code>code\\_sorce</code>");
    }

    @Test
    void aSummaryThatCannotBeWrittenFailsNothing() throws IOException {
        Command command = new Command(folder);
        Files.createDirectory(folder.resolve(Command.STEP_SUMMARY));
        Command.Said said = command.run("validate", "--format", "github");
        assertThat(said.code()).isZero();
        assertThat(said.err()).isEqualTo("the summary of the step is missing: GITHUB_STEP_SUMMARY cannot be written\n");
    }

    @Test
    void filesAreNamedFromTheRootOfTheCheckout() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        Path inside = Files.createDirectories(folder.resolve("some/team"));
        Command command = new Command(inside).write("dagster_cloud.yaml", BAD);
        assertThat(command.run("validate", "--format", "gitlab").out())
                .contains("\"path\": \"some/team/dagster_cloud.yaml\"");
        assertThat(command.run("validate", "dagster_cloud.yaml", "--format", "sarif")
                        .out())
                .contains("\"uri\": \"some/team/dagster_cloud.yaml\"");
        assertThat(command.run("validate").err()).contains("--> dagster_cloud.yaml:2:26");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "github | ::error title=usage/unknown-path::there is no `nowhere` here",
                "sarif  | \"toolExecutionNotifications\": [{\"level\": \"error\"",
                "gitlab | []"
            })
    void wrongUsageIsToldInEveryFormat(String format, String told) {
        Command.Said said = new Command(folder).run("validate", "nowhere", "--format", format);
        assertThat(said.out()).contains(told);
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void whatHasNoPlaceInAReportOfGitlabIsToldAPerson() {
        assertThat(new Command(folder)
                        .run("validate", "nowhere", "--format", "gitlab")
                        .err())
                .startsWith("error[usage/unknown-path]: there is no `nowhere` here\n");
    }

    @Test
    void placesAreLinksWhereTheTerminalMakesThem() {
        new Command(folder).write("a b/dagster_cloud.yaml", BAD);
        String target = folder.resolve("a b/dagster_cloud.yaml").toUri().toString();
        assertThat(target).endsWith("/a%20b/dagster_cloud.yaml");
        assertThat(validated(true, Map.of("TERM_PROGRAM", "WezTerm")))
                .contains("\u001b]8;;" + target + "\u001b\\a b/dagster_cloud.yaml:2:26\u001b]8;;\u001b\\\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM_PROGRAM=iTerm.app", "VTE_VERSION=5002", "KITTY_WINDOW_ID=1", "FORCE_HYPERLINK=1"})
    void knownTerminalsGetLinks(String variable) {
        new Command(folder).write("dagster_cloud.yaml", BAD);
        assertThat(validated(true, variables(variable))).contains("\u001b]8;;file:");
        assertThat(validated(false, variables(variable))).as("never in a pipe").doesNotContain("\u001b");
        assertThat(validated(true, variables(variable), "--no-color")).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X=",
                "TERM_PROGRAM=Apple_Terminal",
                "VTE_VERSION=4999",
                "VTE_VERSION=x",
                "WT_SESSION=1 FORCE_HYPERLINK=0",
                "WT_SESSION=1 TERM=dumb",
                "WT_SESSION=1 NO_COLOR=1"
            })
    void othersGetNone(String variables) {
        new Command(folder).write("dagster_cloud.yaml", BAD);
        assertThat(validated(true, variables(variables))).doesNotContain("\u001b]8");
    }

    private static Map<String, String> variables(String text) {
        Map<String, String> variables = new HashMap<>();
        for (String one : text.split(" ", -1)) {
            variables.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
        }
        return variables;
    }

    private String validated(boolean terminal, Map<String, String> environment, String... options) {
        String[] args = new String[options.length + 1];
        args[0] = "validate";
        System.arraycopy(options, 0, args, 1, options.length);
        return Command.run(new Surroundings(folder, terminal, environment, Command.TODAY, Keyboard.NONE), args)
                .err();
    }
}
