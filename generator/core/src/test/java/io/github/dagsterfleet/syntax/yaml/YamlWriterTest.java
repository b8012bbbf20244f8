package io.github.dagsterfleet.syntax.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Printer;
import io.github.dagsterfleet.syntax.Reading;
import io.github.dagsterfleet.syntax.Resources;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {
    private static final YamlFormat YAML = YamlFormat.INSTANCE;
    private static final Span NOWHERE = new SourceText(new SourcePath("file"), "").whole();

    @ParameterizedTest
    @ValueSource(strings = {"analytics.yaml", "finance-dbt.yaml", "ml-platform.yaml"})
    void writesRealFilesByteForByte(String name) {
        String text = Resources.text(name);
        String body = text.substring(text.indexOf('\n') + 1);
        assertThat(YAML.write(Reading.sound(YAML, text))).isEqualTo(body);
    }

    @Test
    void laysOutBlocks() {
        Node node = Reading.sound(YAML, "{a: {b: [1, {c: d, e: []}, [x, [y]]]}, f: {}, g: ~}");
        assertThat(YAML.write(node))
                .isEqualTo(
                        """
                        a:
                          b:
                            - 1
                            - c: d
                              e: []
                            - - x
                              - - y
                        f: {}
                        g: null
                        """);
    }

    @Test
    void furtherLinesBeginAtTheColumn() {
        assertThat(emitted(Reading.sound(YAML, "{a: [1], b: 2}"), 5)).isEqualTo("a:\n      - 1\n    b: 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev",
                "a b",
                "4Gi",
                "250m",
                "ALERT=#x",
                "arn:aws:iam::1:role/x",
                "a'b",
                "say \"x\"",
                "-x",
                "a-b",
                "?x",
                ":x",
                "1.13.27",
                "http://x.example.com/?a=b&c",
                "ä",
                "漢字 😀",
                "a, b",
                "x[0]",
                "C:\\x",
                "a#b",
                "~x",
                "12:3x",
                "\ue000"
            })
    void leavesTextsPlainThatEveryReaderTakesForTexts(String text) {
        assertThat(emitted(string(text), 1)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "1.10",
                "on",
                "No",
                "true",
                "null",
                "~",
                "010",
                "12:30",
                "1e3",
                "0x1F",
                "2026-11-22",
                "=",
                "<<",
                "-",
                "- x",
                "? x",
                ": x",
                "a: b",
                "a:",
                "a #b",
                "#a",
                " a",
                "a ",
                "[a",
                "{a",
                "]",
                "}",
                ",",
                "&a",
                "*a",
                "!a",
                "|",
                ">",
                "'a",
                "\"a",
                "%a",
                "@a",
                "`a",
                "---",
                "--- a",
                "...",
                "a\tb",
                "{{ x }}"
            })
    void quotesTextsThatSomeReaderTakesForSomethingElse(String text) {
        String quoted = '"' + text.replace("\"", "\\\"").replace("\t", "\\t") + '"';
        assertThat(emitted(string(text), 1)).isEqualTo(quoted);
    }

    @ParameterizedTest
    @CsvSource({"'a,b'", "'a]'", "'{a'", "?a", ":a"})
    void aScalarForAnyPlaceIsSafeBetweenBrackets(String text) {
        assertThat(YAML.scalar(string(text))).isEqualTo('"' + text + '"');
    }

    @Test
    void escapesWhatHides() {
        assertThat(YAML.scalar(string("a\nb\r\u0000\u0085\u2028\ufeff\ufffe\u202e")))
                .isEqualTo("\"a\\nb\\r\\u0000\\u0085\\u2028\\ufeff\\ufffe\\u202e\"");
    }

    @Test
    void numbersAreSpeltSoThatBothVersionsReadThemAlike() {
        assertThat(YAML.scalar(new Scalar("1e3", ScalarType.FLOAT, NOWHERE))).isEqualTo("1.0e+3");
        assertThat(YAML.scalar(new Scalar("0x1F", ScalarType.INTEGER, NOWHERE))).isEqualTo("31");
        assertThat(YAML.scalar(new Scalar("True", ScalarType.BOOLEAN, NOWHERE))).isEqualTo("true");
    }

    @Test
    void quotesKeysLikeTexts() {
        assertThat(YAML.write(Reading.sound(YAML, "{on: 1, 'a: b': 2, c: 3}")))
                .isEqualTo("\"on\": 1\n\"a: b\": 2\nc: 3\n");
    }

    @Test
    void refusesWhatItHasNoSpellingFor() {
        Scalar half = string("\ud800");
        Scalar date = new Scalar("1979-05-27", ScalarType.DATETIME, NOWHERE);
        Scalar ambiguous = new Scalar("on", ScalarType.AMBIGUOUS, NOWHERE);
        for (Scalar scalar : List.of(half, date, ambiguous)) {
            assertThat(YAML.canHold(scalar)).isFalse();
            assertThatIllegalArgumentException().isThrownBy(() -> YAML.scalar(scalar));
        }
    }

    @Test
    void tellsThePrinterWhichPiecesAreValues() {
        List<String> values = new ArrayList<>();
        YAML.emit(Reading.sound(YAML, "{a: [x, '1'], b: 2}"), 1, new Printer() {
            @Override
            public void raw(String text) {}

            @Override
            public void scalar(String printed, Scalar value) {
                values.add(printed);
            }
        });
        assertThat(values).containsExactly("x", "\"1\"", "2");
    }

    @Test
    void knowsWhereAScalarMayStand() {
        assertThat("\n \t[{(,").matches(text -> text.chars().allMatch(c -> YAML.mayPrecede((char) c)));
        assertThat("\n \t,]}):").matches(text -> text.chars().allMatch(c -> YAML.mayFollow((char) c)));
        assertThat("/a\":-=").matches(text -> text.chars().noneMatch(c -> YAML.mayPrecede((char) c)));
        assertThat("/a\"-.=").matches(text -> text.chars().noneMatch(c -> YAML.mayFollow((char) c)));
    }

    private static Scalar string(String text) {
        return Scalar.string(text, NOWHERE);
    }

    private static String emitted(Node node, int column) {
        StringBuilder out = new StringBuilder();
        YAML.emit(node, column, new Printer() {
            @Override
            public void raw(String text) {
                out.append(text);
            }

            @Override
            public void scalar(String printed, Scalar value) {
                out.append(printed);
            }
        });
        return out.toString();
    }
}
