package io.github.dagsterfleet.syntax.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dagsterfleet.syntax.Reading;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainScalarTest {
    /** Made by PyYAML and the letter of YAML 1.2, and proven against them in conformance. */
    private static final Path VECTORS = Path.of("..", "conformance", "vectors");

    @ParameterizedTest
    @CsvSource({
        "dev, STRING",
        "4Gi, STRING",
        "250m, STRING",
        "1.13.27, STRING",
        "2026-11, STRING",
        "-, STRING",
        "08x, STRING",
        "1, INTEGER",
        "-12, INTEGER",
        "+3, INTEGER",
        "0, INTEGER",
        "007, INTEGER",
        "0x1F, INTEGER",
        "1.5, FLOAT",
        "1.10, FLOAT",
        "1., FLOAT",
        ".5, FLOAT",
        "-.inf, FLOAT",
        ".NaN, FLOAT",
        "1.0e+3, FLOAT",
        "true, BOOLEAN",
        "False, BOOLEAN",
        "~, NULL",
        "Null, NULL"
    })
    void isWhatBothVersionsRead(String text, ScalarType type) {
        assertThat(PlainScalar.type(text)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on",
                "Yes",
                "NO",
                "off",
                "010",
                "012",
                "08",
                "0o14",
                "0b1",
                "1_000",
                "12:30",
                "1:30.5",
                "1e3",
                "1.5e3",
                "-.5",
                "-0x1F",
                "0_",
                "0x_",
                "=",
                "<<",
                "2026-11-22",
                "2026-11-22T10:00:00Z",
                "2026-13-45"
            })
    void isAmbiguousWhereTheyDiffer(String text) {
        assertThat(PlainScalar.type(text)).isEqualTo(ScalarType.AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001-1-14", "2001-12-14T21:59", "20011-12-14"})
    void whatIsNearlyADateIsATextThatMayNeedQuotes(String text) {
        assertThat(PlainScalar.type(text)).isEqualTo(ScalarType.STRING);
        assertThat(PlainScalar.isText(text)).isEqualTo(text.charAt(4) != '-');
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml_scalars.tsv", "yaml_spellings.tsv"})
    void agreesWithTheVectors(String table) throws IOException {
        assumeTrue(Files.exists(VECTORS), "the vectors are not checked out");
        List<String> rows = Files.readAllLines(VECTORS.resolve(table));
        int compared = 0;
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            String text = ((Scalar) Reading.sound(JsonFormat.INSTANCE, cells[0])).text();
            if (cells[2].equals("error") || text.contains("\u2028")) {
                continue; // no plain scalar at all
            }
            assertThat(Yaml11.type(text)).as("YAML 1.1 of %s", cells[0]).isEqualTo(type(cells[1]));
            assertThat(Yaml12.type(text)).as("YAML 1.2 of %s", cells[0]).isEqualTo(type(cells[2]));
            boolean date = cells[5].contains("pyyaml=");
            assertThat(Timestamp11.is(text)).as("a date of %s", cells[0]).isEqualTo(date);
            boolean differ = date || !cells[1].equals(cells[2]) || !cells[3].equals(cells[4]);
            assertThat(PlainScalar.type(text))
                    .as("what both make of %s", cells[0])
                    .isEqualTo(differ ? ScalarType.AMBIGUOUS : type(cells[2]));
            compared++;
        }
        assertThat(compared).isGreaterThan(500);
    }

    private static ScalarType type(String word) {
        return switch (word) {
            case "str" -> ScalarType.STRING;
            case "int" -> ScalarType.INTEGER;
            case "bool" -> ScalarType.BOOLEAN;
            case "error" -> ScalarType.AMBIGUOUS;
            default -> ScalarType.valueOf(word.toUpperCase(Locale.ROOT));
        };
    }
}
