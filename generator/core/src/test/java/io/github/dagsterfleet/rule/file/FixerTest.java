package io.github.dagsterfleet.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Related;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.text.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FixerTest {
    @Test
    void aMisspeltKeyIsRenamed() {
        assertFixed(
                """
                locations:
                  - location_name: web # ours
                    code_sorce: {module_name: web}
                """,
                """
                locations:
                  - location_name: web # ours
                    code_source: {module_name: web}
                """);
    }

    @Test
    void aKeyKeepsItsQuotes() {
        assertFixed(
                "locations: [{'location_name': web, 'code_sorce': {module_name: web}}]\n",
                "locations: [{'location_name': web, 'code_source': {module_name: web}}]\n");
    }

    @Test
    void aValueThatIsNoTextIsQuotedAsItStands() {
        assertFixed(
                """
                locations:
                  - location_name: no   # Norway
                    code_source: {module_name: web}
                    image: 1.10
                    container_context: {ecs: {server_resources: {cpu: 0x10}}}
                """,
                """
                locations:
                  - location_name: "no"   # Norway
                    code_source: {module_name: web}
                    image: "1.10"
                    container_context: {ecs: {server_resources: {cpu: "0x10"}}}
                """);
    }

    @Test
    void aKeyOneLevelTooDeepMovesUp() {
        assertFixed(
                """
                locations:
                  - code_source:
                      module_name: web
                      location_name: web # ours
                    build:
                      agent_queue: gpu
                      # where it is built
                      directory: .
                """,
                """
                locations:
                  - location_name: web # ours
                    code_source:
                      module_name: web
                    agent_queue: gpu
                    build:
                      # where it is built
                      directory: .
                """);
    }

    @Test
    void aKeyTakesTheCommentsAboveItAlong() {
        assertFixed(
                """
                locations:
                  - location_name: web
                    code_source:
                      module_name: web
                      # the one
                      # that counts
                      attribute: defs
                """,
                """
                locations:
                  - location_name: web
                    # the one
                    # that counts
                    attribute: defs
                    code_source:
                      module_name: web
                """);
    }

    @Test
    void whatARenamedKeyShowsIsMendedToo() {
        assertFixed(
                """
                locations:
                  - location_name: web
                    code_sorce: {modul_name: web}
                """,
                """
                locations:
                  - location_name: web
                    code_source: {module_name: web}
                """);
    }

    @Test
    void lineEndsMarkAndMissingLineFeedStay() {
        assertFixed(
                "\ufefflocations:\r\n  - code_source:\r\n      module_name: web\r\n      location_name: on",
                "\ufefflocations:\r\n  - location_name: \"on\"\r\n    code_source:\r\n      module_name: web");
    }

    @Test
    void anAnchorIsMendedWhereItStands() {
        assertFixed(
                """
                locations:
                  - location_name: web
                    code_source: &code {modul_name: web}
                  - location_name: api
                    code_source: *code
                """,
                """
                locations:
                  - location_name: web
                    code_source: &code {module_name: web}
                  - location_name: api
                    code_source: *code
                """);
    }

    @Test
    void tomlIsMendedToo() {
        assertThat(
                        text(
                                fix(
                                        "dg.toml",
                                        """
                        directory_type = "project"
                        [project]
                        root_modul = "web" # ours
                        """)))
                .isEqualTo(
                        """
                        directory_type = "project"
                        [project]
                        root_module = "web" # ours
                        """);
    }

    @Test
    void theRightKeyThatIsThereAlreadyIsNotWrittenTwice() {
        assertUntouched(
                """
                locations:
                  - location_name: web
                    code_source: {module_name: web}
                    code_sorce: {module_name: api}
                """);
    }

    @Test
    void aKeyThatBelongsFurtherDownStays() {
        FixOutcome outcome = fix(
                """
                locations:
                  - location_name: web
                    code_source: {module_name: web}
                    env_vars: [A=1]
                """);
        assertThat(outcome.file()).isEmpty();
    }

    @Test
    void theLastKeyOfAMappingIsNotTakenOutOfIt() {
        assertUntouched(
                """
                locations:
                  - location_name: web
                    code_source: {module_name: web}
                    build:
                      agent_queue: gpu
                """);
    }

    @Test
    void nothingIsDoneWhenSomethingNewWouldBeWrong() {
        FixOutcome outcome = fix(
                """
                locations:
                  - location_name: on
                    code_sorce: {path: web.py}
                """);
        assertThat(outcome.file()).isEmpty();
        assertThat(outcome.fixed()).isEmpty();
        assertThat(outcome.left()).hasSize(2).allSatisfy(finding -> assertThat(finding.related())
                .extracting(Related::message)
                .containsExactly("not fixed: then this would be found: unknown key `path` below `code_source`"));
    }

    @Test
    void twoMisspellingsOfOneKeyAreForAPerson() {
        FixOutcome outcome = fix(
                """
                locations:
                  - location_name: web
                    code_sorce: {module_name: web}
                    code_souce: {module_name: api}
                """);
        assertThat(outcome.file()).isEmpty();
        assertThat(outcome.left()).allSatisfy(finding -> assertThat(finding.related())
                .extracting(Related::message)
                .anyMatch(words -> words.startsWith("not fixed: ")));
    }

    @Test
    void whatCannotBeReadStaysAsItIs() {
        assertUntouched("locations: [\n");
        assertUntouched("");
    }

    private static void assertFixed(String before, String after) {
        FixOutcome outcome = fix(before);
        assertThat(text(outcome)).isEqualTo(after);
        assertThat(outcome.left()).isEmpty();
        assertThat(fix(after).fixed()).as("a second time").isEmpty();
    }

    private static void assertUntouched(String before) {
        FixOutcome outcome = fix(before);
        assertThat(outcome.file()).isEmpty();
        assertThat(outcome.fixed()).isEmpty();
        assertThat(outcome.left()).isNotEmpty();
    }

    private static FixOutcome fix(String content) {
        return fix("dagster_cloud.yaml", content);
    }

    private static FixOutcome fix(String name, String content) {
        SourceFile file = new SourceFile(new SourcePath(name), content.getBytes(StandardCharsets.UTF_8));
        DagsterFile kind = DagsterFile.found(name).orElseThrow();
        return new Fixer(new Validator(Optional.empty())).fix(file, kind, true);
    }

    private static String text(FixOutcome outcome) {
        List<String> left = outcome.left().stream().map(Object::toString).toList();
        return outcome.file()
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .orElse("not fixed: " + left);
    }
}
