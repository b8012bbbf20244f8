package io.github.dagsterfleet.syntax.dotenv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Reading;
import io.github.dagsterfleet.syntax.Resources;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotenvFormatTest {
    private static final DotenvFormat DOTENV = DotenvFormat.INSTANCE;
    private static final Span NOWHERE = new SourceText(new SourcePath("file"), "").whole();
    /** Proven against python-dotenv in conformance. */
    private static final Path VECTORS = Path.of("..", "conformance", "vectors", "dotenv.tsv");

    @Test
    void readsARealFile() {
        assertThat(Reading.sound(DOTENV, Resources.text("finance-dbt.env.example")))
                .hasToString("{ALERT_CHANNEL: \"#finance-data\", DBT_THREADS: \"4\", ENVIRONMENT: \"dev\", "
                        + "LOG_LEVEL: \"DEBUG\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "https://x.example.com:8/a", "a@b%c+d,e=f-g", "1.5"})
    void harmlessValuesStandBare(String value) {
        assertThat(DOTENV.scalar(string(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a b|'a b'",
                "#x|'#x'",
                "a\\n|'a\\n'",
                "$x|'$x'",
                "{\"a\":\"\\n\"}|'{\"a\":\"\\n\"}'",
                "it's|\"it's\"",
                "it's \"so\"|\"it's \\\"so\\\"\"",
                "a\\\\b|\"a\\\\\\\\b\"",
            })
    void otherValuesStandInQuotesThatAShellReadsAlike(String value, String written) {
        assertThat(DOTENV.scalar(string(value))).isEqualTo(written);
        assertThat(DOTENV.readers(string(value))).containsExactly(DotenvDialect.PYTHON, DotenvDialect.SHELL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"${x}|'${:-$}{x}'", "$'|'$\\''", "a\\|'a\\\\${:-}'"})
    void whatNoShellReadsAlikeIsSpeltForPython(String value, String written) {
        assertThat(DOTENV.scalar(string(value))).isEqualTo(written);
        assertThat(DOTENV.readers(string(value))).containsExactly(DotenvDialect.PYTHON);
    }

    @Test
    void aBareValueMeansTheSameToEverybody() {
        assertThat(DOTENV.readers(string("a=b"))).containsExactly(DotenvDialect.values());
    }

    @Test
    void aBackslashAtTheEndLeavesTheNextLineAlone() {
        Mapping mapping = (Mapping) Reading.sound(JsonFormat.INSTANCE, "{\"A\": \"x y\\\\\", \"B\": \"it's\"}");
        assertThat(Reading.sound(DOTENV, DOTENV.write(mapping))).isEqualTo(mapping);
    }

    @Test
    void whatNoFileOrProcessCanHoldIsRefused() {
        for (String value : List.of("a\0b", "a\rb", "\ud800")) {
            assertThat(DOTENV.canHold(string(value))).isFalse();
            assertThatIllegalArgumentException().isThrownBy(() -> DOTENV.scalar(string(value)));
        }
        assertThat(DOTENV.canHold(new Scalar("null", ScalarType.NULL, NOWHERE))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "export A=1|1",
                "A = 1|1",
                "A=a #b|a",
                "A=a#b|a#b",
                "A={\"a\":\"b\"}|{\"a\":\"b\"}",
                "A=\"a\\nb\"|`a\nb`",
                "A='a\\nb'|a\\nb",
                "A='x' # c|x",
                "A=|``",
                "A=$x|$x",
                "A=${x}|``",
                "A=${x:-y}|y"
            })
    void readsAsPythonDotenvDoes(String text, String value) {
        assertThat(Reading.mapping(DOTENV, text).text("A")).contains(value);
    }

    @Test
    void laterLinesSeeEarlierOnes() {
        assertThat(Reading.mapping(DOTENV, "A=1\nB=${A}${C}2\n").text("B")).contains("12");
    }

    @Test
    void aNameAloneHasNoValue() {
        assertThat(Reading.sound(DOTENV, "A\nB=1\n")).hasToString("{A: , B: \"1\"}");
        assertThat(Reading.mapping(DOTENV, "A").scalar("A").orElseThrow().type())
                .isEqualTo(ScalarType.NULL);
    }

    @Test
    void spansCoverWhatIsWritten() {
        Mapping mapping = Reading.mapping(DOTENV, "\nexport A = 'x y' # c\nB= z  \n");
        assertThat(Reading.source(mapping.get("A").orElseThrow())).isEqualTo("'x y'");
        assertThat(Reading.source(mapping.get("B").orElseThrow())).isEqualTo("z");
        assertThat(mapping.entry("A").orElseThrow().key().span()).hasToString("file:2:8");
    }

    @Test
    void everyErrorIsFound() {
        Reading reading = Reading.of(DOTENV, "A=1\nA=2\n1B=3\nC='x' y\n=z\nD=\"open\n");
        assertThat(reading.places())
                .containsExactly(
                        "syntax/duplicate-key 2:1, 1:1",
                        "syntax/dotenv 3:1",
                        "syntax/dotenv 4:7",
                        "syntax/dotenv 5:1",
                        "syntax/dotenv 6:3");
    }

    @Test
    void refusesNamesThatNoVariableCanHave() {
        Mapping mapping = Mapping.builder().put("a-b", string("x")).build(NOWHERE);
        assertThatIllegalArgumentException().isThrownBy(() -> DOTENV.write(mapping));
    }

    @Test
    void agreesWithTheVectors() throws IOException {
        assumeTrue(Files.exists(VECTORS), "the vectors are not checked out");
        List<String> rows = Files.readAllLines(VECTORS);
        assertThat(rows).hasSizeGreaterThan(100);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            Scalar value = (Scalar) Reading.sound(JsonFormat.INSTANCE, cells[0]);
            assertThat(DOTENV.canHold(value)).as(row).isEqualTo(!cells[1].equals("null"));
            if (!cells[1].equals("null")) {
                String written = ((Scalar) Reading.sound(JsonFormat.INSTANCE, cells[1])).text();
                assertThat(Reading.mapping(DOTENV, "A=" + written + "\n").text("A"))
                        .as(row)
                        .contains(value.text());
                assertThat(DOTENV.scalar(value)).as(row).isEqualTo(written);
            }
        }
    }

    private static Scalar string(String text) {
        return Scalar.string(text, NOWHERE);
    }
}
