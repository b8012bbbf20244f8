package io.github.dagsterfleet.syntax.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Reading;
import io.github.dagsterfleet.syntax.Resources;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormatTest {
    private static final JsonFormat JSON = JsonFormat.INSTANCE;
    private static final Span NOWHERE = new SourceText(new SourcePath("file"), "").whole();

    @Test
    void writesARealFileByteForByte() {
        String text = Resources.text("env_set.json");
        assertThat(JSON.write(Reading.sound(JSON, text))).isEqualTo(text);
    }

    @Test
    void listsOfScalarsTakeOneLine() {
        Node node = Reading.sound(JSON, "{\"a\":[1,\"x\",null],\"b\":[{},[1]],\"c\":{},\"d\":[]}");
        assertThat(JSON.write(node))
                .isEqualTo(
                        """
                        {
                          "a": [1, "x", null],
                          "b": [
                            {},
                            [1]
                          ],
                          "c": {},
                          "d": []
                        }
                        """);
    }

    @Test
    void spansCoverWhatIsWritten() {
        String text = "{ \"k\\\"\" : [ 1.5 , true, \"a\\\\\" ] , \"😀\": { } }\n";
        Mapping mapping = Reading.mapping(JSON, text);
        assertThat(Reading.source(mapping)).isEqualTo(text.strip());
        assertThat(Reading.source(mapping.entry("k\"").orElseThrow().key())).isEqualTo("\"k\\\"\"");
        assertThat(mapping.sequence("k\"").orElseThrow().items())
                .extracting(Reading::source)
                .containsExactly("1.5", "true", "\"a\\\\\"");
        assertThat(Reading.source(mapping.get("😀").orElseThrow())).isEqualTo("{ }");
    }

    @Test
    void typesAreThoseOfJson() {
        assertThat(Reading.sound(JSON, "[1, -0, 1e5, 1.0, false, null, \"1\"]"))
                .hasToString("[1, -0, 1e5, 1.0, false, null, \"1\"]");
        assertThat(((Scalar) Reading.sound(JSON, "1e5")).type()).isEqualTo(ScalarType.FLOAT);
    }

    @Test
    void aDuplicateKeyNamesBothPlaces() {
        assertThat(places("{\"a\": 1,\n \"a\": 2}")).isEqualTo("[syntax/duplicate-key 2:2, 1:2]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1,}|1:9",
                "[1,]|1:4",
                "{a: 1}|1:2",
                "[1 2]|1:4",
                "{\"a\" 1}|1:6",
                "{\"a\": tru}|1:7",
                "[01]|1:2",
                "// c|1:1",
                "[1] 2|1:5",
                "{\"a\": 1|1:8",
                "[\"a\\q\"]|1:5",
                "'x'|1:1",
                "[NaN]|1:2"
            })
    void anErrorIsFoundWhereItStands(String text, String place) {
        assertThat(places(text)).isEqualTo("[syntax/json " + place + "]");
        assertThat(Reading.of(JSON, text).node()).isEmpty();
    }

    @Test
    void anEmptyFileIsNoJson() {
        assertThat(places(" \n")).isEqualTo("[syntax/empty-file]");
    }

    @Test
    void nestingHasALimit() {
        assertThat(places("[".repeat(5000))).isEqualTo("[syntax/too-deep 1:101]");
    }

    @Test
    void refusesWhatItHasNoSpellingFor() {
        Scalar infinite = new Scalar(".inf", ScalarType.FLOAT, NOWHERE);
        assertThat(JSON.canHold(infinite)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> JSON.scalar(infinite));
    }

    @Test
    void numbersAndHiddenCharactersAreSpeltAsJsonSpellsThem() {
        assertThat(JSON.scalar(new Scalar("+.5", ScalarType.FLOAT, NOWHERE))).isEqualTo("0.5");
        assertThat(JSON.scalar(Scalar.string("\u0001\"\ud83f\udffe😀", NOWHERE)))
                .isEqualTo("\"\\u0001\\\"\\ud83f\\udffe😀\"");
    }

    @Test
    void thereAreNoComments() {
        assertThat(JSON.comment("x", 1)).isEmpty();
    }

    private static String places(String text) {
        return Reading.of(JSON, text).places().toString();
    }
}
