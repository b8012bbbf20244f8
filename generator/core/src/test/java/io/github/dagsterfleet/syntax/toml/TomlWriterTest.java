package io.github.dagsterfleet.syntax.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Reading;
import io.github.dagsterfleet.syntax.Resources;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TomlWriterTest {
    private static final TomlFormat TOML = TomlFormat.INSTANCE;
    private static final Span NOWHERE = new SourceText(new SourcePath("file"), "").whole();

    @Test
    void writesARealFileByteForByte() {
        String text = Resources.text("pyproject.toml");
        String body = text.substring(text.indexOf('\n') + 1);
        assertThat(TOML.write(Reading.sound(TOML, text))).isEqualTo(body);
    }

    @Test
    void valuesComeBeforeTables() {
        assertThat(written("{a: {x: 1}, b: 2, c: {d: {e: 3}}, f: {}}"))
                .isEqualTo(
                        """
                        b = 2

                        [a]
                        x = 1

                        [c.d]
                        e = 3

                        [f]
                        """);
    }

    @Test
    void aListOfMappingsIsAnArrayOfTables() {
        assertThat(written("{a: {b: [{x: 1, y: {z: 2}}, {}], c: []}}"))
                .isEqualTo(
                        """
                        [a]
                        c = []

                        [[a.b]]
                        x = 1

                        [a.b.y]
                        z = 2

                        [[a.b]]
                        """);
    }

    @Test
    void aMixedListTakesALineForEachItem() {
        assertThat(written(
                        "{dev: [pytest, {include-group: lint, x: [1, {}]}], one: [{a: 1}, 2], single: [x], 'k e': 1}"))
                .isEqualTo(
                        """
                        dev = [
                          "pytest",
                          { include-group = "lint", x = [1, {}] },
                        ]
                        one = [
                          { a = 1 },
                          2,
                        ]
                        single = ["x"]
                        "k e" = 1
                        """);
    }

    @ParameterizedTest
    @CsvSource({".inf, inf", "-.inf, -inf", ".nan, nan", "1e3, 1.0e+3", ".5, 0.5"})
    void numbersAreSpeltAsTomlSpellsThem(String text, String written) {
        assertThat(TOML.scalar(new Scalar(text, ScalarType.FLOAT, NOWHERE))).isEqualTo(written);
    }

    @Test
    void escapesWhatHides() {
        assertThat(TOML.scalar(Scalar.string("a\"\\\n\u0001\ud83f\udffe", NOWHERE)))
                .isEqualTo("\"a\\\"\\\\\\n\\u0001\\U0001fffe\"");
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775807, true", "-9223372036854775808, true", "9223372036854775808, false", "0x7F, true"})
    void wholeNumbersHave64Bits(String text, boolean fits) {
        assertThat(TOML.canHold(new Scalar(text, ScalarType.INTEGER, NOWHERE))).isEqualTo(fits);
    }

    @Test
    void thereIsNoNull() {
        Scalar nothing = new Scalar("null", ScalarType.NULL, NOWHERE);
        assertThat(TOML.canHold(nothing)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> TOML.scalar(nothing));
    }

    private static String written(String yaml) {
        Node node = Reading.sound(YamlFormat.INSTANCE, yaml);
        return TOML.write(node);
    }
}
