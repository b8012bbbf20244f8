package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.DagsterFleet;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
    @ValueSource(strings = {"help", "--help", "--help --threads 2"})
    void helpFitsOnAScreen(String line) {
        Command.Said said = new Command(folder).run(line.split(" "));
        assertThat(said.out())
                .contains("explain REPO ENV [KEY]", "--format text|json")
                .isEqualTo(Usage.TEXT);
        assertThat(said.out().lines()).hasSizeLessThan(44).allMatch(text -> text.length() <= 100);
        assertThat(said.code()).isZero();
    }

    @Test
    void theHelpNamesEveryVerbAndOption() {
        for (Verb verb : Verb.values()) {
            assertThat(Usage.TEXT).contains("\n  " + verb.pattern() + " ");
        }
        StringBuilder named = new StringBuilder(Usage.TEXT);
        for (String word : List.of("diff", "promote", "rollback", "retire", "hold", "deployed", "order", "env")) {
            named.append(new Command(folder).run("help", word).out());
        }
        for (Option option : Option.values()) {
            assertThat(named).contains(option.text());
        }
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void everyVerbHasAPage(Verb verb) {
        List<String> words = List.of(verb.word().split(" ", -1));
        Command.Said said = new Command(folder)
                .run(Stream.concat(Stream.of("help"), words.stream()).toArray(String[]::new));
        assertThat(said.out())
                .startsWith("dagster-fleet " + verb.usage() + "\n")
                .isEqualTo(new Command(folder)
                        .run(Stream.concat(words.stream(), Stream.of("--help")).toArray(String[]::new))
                        .out());
        assertThat(said.out().lines()).hasSizeLessThan(32).allMatch(text -> text.length() <= 112);
        assertThat(said.code()).isZero();
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknwon-key       | there is no finding code `unknwon-key`           | `usage/unknown-key` or `schema/unknown-key`",
                "unknown-key       | several finding codes end with `unknown-key`     | `usage/unknown-key` or `schema/unknown-key`",
                "layer/unknown-key | there is no finding code `layer/unknown-key`     | `usage/unknown-key` or `schema/unknown-key`",
                "lock-brokn        | there is no finding code `lock-brokn`            | `layer/lock-broken`",
                "schema/lock-brokn | there is no finding code `schema/lock-brokn`     | `layer/lock-broken`",
                "nonsense          | there is no finding code `nonsense`              | a code as a finding shows it, such as `schema/unknown-key`"
            })
    void aCodeThatNamesNoneIsAnsweredWithTheNearest(String asked, String message, String help) {
        Command.Said said = new Command(folder).run("help", asked);
        assertThat(said.err())
                .isEqualTo("error[usage/unknown-code]: " + message + "\nhelp: write " + help + "\n\n1 error\n");
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void aCodeWithoutItsStageIsFoundWhereItIsTheOnlyOne() {
        Command.Said said = new Command(folder).run("help", "lock-broken");
        assertThat(said.out()).startsWith("# layer/lock-broken\n");
        assertThat(said.code()).isZero();
    }

    @Test
    void theHelpOfACodeIsADocumentInJson() {
        Command.Said said = new Command(folder).run("help", "fleet/unused", "--format", "json");
        assertThat(said.out())
                .startsWith(
                        """
                        {
                          "format": 1,
                          "code": "fleet/unused",
                          "severity": "warning",
                          "headline": "a catalogue entry, profile or variable that nothing reads",
                          "page": "# fleet/unused\\n\\nNothing uses what is said here:\
                        """)
                .endsWith("\"\n}\n");
        assertThat(said.code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "help check", "check --help"})
    void aPageIsADocumentInJson(String line) {
        Command.Said said = new Command(folder).run((line + " --format json").split(" "));
        assertThat(said.out())
                .startsWith("{\n  \"format\": 1,\n  \"page\": \"dagster-fleet ")
                .endsWith("\"\n}\n");
    }

    @Test
    void theVersionIsADocumentInJson() {
        Command.Said said = new Command(folder).run("--version", "--format", "json");
        assertThat(said.out()).isEqualTo("{\n  \"format\": 1,\n  \"version\": \"" + DagsterFleet.version() + "\"\n}\n");
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
                .endsWith("schemas: 16 created\n");
        assertThat(command.read("environments/generated/all/schemas/repo.schema.json"))
                .isEqualTo(new Command(folder).run("schema", "repo").out());
        assertThat(command.run("schema").out()).isEqualTo("schemas: 16 unchanged\n");
    }
}
