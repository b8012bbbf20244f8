package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.DagsterFleet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verbs and options that answer with a text that is there already. */
class PagesTest {
    @TempDir
    Path folder;

    @Test
    void theVersionIsOneLine() {
        Command.Said said = new Command(folder).run("--version");
        assertThat(said).isEqualTo(new Command.Said(0, "dagster-fleet " + DagsterFleet.version() + "\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "generate --help", "help explain"})
    void helpFitsOnAScreen(String line) {
        Command.Said said = new Command(folder).run(line.split(" "));
        assertThat(said.out())
                .contains("explain REPO ENV [KEY]", "--format text|json")
                .isEqualTo(Usage.TEXT);
        assertThat(said.out().lines()).hasSizeLessThan(30).allMatch(text -> text.length() <= 100);
        assertThat(said.code()).isZero();
    }

    @Test
    void theHelpNamesEveryVerbAndOption() {
        for (Verb verb : Verb.values()) {
            assertThat(Usage.TEXT).contains("\n  " + verb.pattern() + " ");
        }
        for (Option option : Option.values()) {
            assertThat(Usage.TEXT).contains(option.text());
        }
    }

    @Test
    void theHelpOfACodeIsItsPage() {
        Command.Said said = new Command(folder).run("help", "schema/unknown-key");
        assertThat(said.out()).startsWith("# schema/unknown-key\n").contains("## What to do\n");
        assertThat(said.code()).isZero();
    }

    @Test
    void aMisspeltCodeIsAnsweredWithTheNearest() {
        Command.Said said = new Command(folder).run("help", "layer/lock-brokn");
        assertThat(said.err())
                .isEqualTo(
                        """
                        error[usage/unknown-code]: there is no finding code `layer/lock-brokn`
                        help: write `layer/lock-broken`

                        1 error
                        """);
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void aCodeWithoutItsStageIsFound() {
        Command.Said said = new Command(folder).run("help", "lock-broken");
        assertThat(said.err()).contains("help: write `layer/lock-broken`\n");
    }

    @Test
    void aSchemaIsPrinted() {
        Command.Said said = new Command(folder).run("schema", "repo");
        assertThat(said.out()).contains("\"$id\": \"urn:dagster-fleet:repo:1\"").endsWith("}\n");
        assertThat(said.code()).isZero();
    }

    @Test
    void allSchemasAreWrittenWhereGenerateWritesThem() {
        Command command = SmallWorkspace.in(folder).write("repos/hello/repo.yaml", "nonsense\n");
        Command.Said said = command.run("schema");
        assertThat(said.out())
                .contains("create  environments/generated/all/schemas/repo.schema.json\n")
                .endsWith("schemas: 11 created\n");
        assertThat(command.read("environments/generated/all/schemas/repo.schema.json"))
                .isEqualTo(new Command(folder).run("schema", "repo").out());
        assertThat(command.run("schema").out()).isEqualTo("schemas: 11 unchanged\n");
    }
}
