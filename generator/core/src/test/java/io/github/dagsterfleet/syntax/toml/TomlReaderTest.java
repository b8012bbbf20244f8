package io.github.dagsterfleet.syntax.toml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Reading;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.Toml;

class TomlReaderTest {
    @Test
    void scalarsKeepTypeTextAndPlace() {
        Mapping mapping = read("s = 'x'\ni = 0xF\nj = 1_000\nf = 6.0e3\nb = true # c\n");
        assertThat(mapping).hasToString("{s: \"x\", i: 0xF, j: 1_000, f: 6.0e3, b: true}");
        assertThat(mapping.get("s").orElseThrow().span()).hasToString("file:1:5");
        assertThat(mapping.scalar("f").orElseThrow().type()).isEqualTo(ScalarType.FLOAT);
        assertThat(mapping.scalar("j").orElseThrow().type()).isEqualTo(ScalarType.INTEGER);
        assertThat(Reading.source(mapping.get("b").orElseThrow())).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "-9_223_372_036_854_775_809",
                "+99999999999999999999",
                "0xFFFF_FFFF_FFFF_FFFF",
                "0o7777777777777777777777777"
            })
    void anIntegerMayHaveMoreThan64Bits(String number) {
        Mapping mapping = read("a = [" + number + ", 'x', " + number + "]\nb = " + number + " # c\nc = 1\n");
        assertThat(mapping).hasToString("{a: [" + number + ", \"x\", " + number + "], b: " + number + ", c: 1}");
        assertThat(mapping.scalar("b").orElseThrow().type()).isEqualTo(ScalarType.INTEGER);
        assertThat(mapping.scalar("c").orElseThrow().span()).hasToString("file:3:5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99999999999999999999 = 1\n99999999999999999999 . a = 1\n",
                "[99999999999999999999]\n",
                "[[ a.99999999999999999999 ]] # 99999999999999999999\n",
                "a = { 99999999999999999999 = '99999999999999999999' }\n",
                "a = [99999999999999999999.5, 9999-12-31T23:59:59.999999999Z, 1e00000000000000000000]\n"
            })
    void whatOnlyLooksLikeALargeIntegerStays(String text) {
        assertThat(Toml.parse(LargeIntegers.hidden(text)).toJson())
                .isEqualTo(Toml.parse(text).toJson());
        assertThat(LargeIntegers.hidden(text)).isEqualTo(text);
    }

    @Test
    void aLargeNumberThatIsNoIntegerStaysAMistake() {
        for (String number : List.of("09999999999999999999", "9__9999999999999999999", "0o99999999999999999999")) {
            assertThat(Reading.of(TomlFormat.INSTANCE, "a = " + number + "\n").node())
                    .isEmpty();
        }
    }

    @Test
    void aKeyHasNoEndOfParts() {
        String key = "a" + ".a".repeat(50_000);
        for (String text : List.of("[" + key + "]\n", key + " = 1\n", "b = {" + key + " = 1}\n", "[[" + key + "]]\n")) {
            assertThat(Reading.of(TomlFormat.INSTANCE, text).findings())
                    .singleElement()
                    .extracting(finding -> finding.code())
                    .isEqualTo(FindingCode.SYNTAX_TOO_DEEP);
        }
    }

    @Test
    void anIntegerOfMoreDigitsThanPythonReadsIsRefused() {
        Reading reading = Reading.of(TomlFormat.INSTANCE, "a = " + "9".repeat(4301) + "\n");
        assertThat(reading.node()).isEmpty();
        assertThat(reading.places()).containsExactly("syntax/toml 1:5");
    }

    @Test
    void datesAndTimesAreTheirText() {
        Mapping mapping = read("a = 1979-05-27T07:32:00Z\nb = 1979-05-27 07:32:00.5 # c\nc = [1979-05-27, 07:32:00]\n");
        assertThat(mapping)
                .hasToString("{a: 1979-05-27T07:32:00Z, b: 1979-05-27 07:32:00.5, c: [1979-05-27, 07:32:00]}");
        assertThat(mapping.scalar("b").orElseThrow().type()).isEqualTo(ScalarType.DATETIME);
    }

    @Test
    void itemsOfAListStandWhereTheyAre() {
        Sequence list = read("k = [1, 'a,]', # c [\n  [2,3], {x = 4},\n]\n")
                .sequence("k")
                .orElseThrow();
        assertThat(list.items()).extracting(Reading::source).containsExactly("1", "'a,]'", "[2,3]", "{x = 4}");
        assertThat(list.items().get(3).span()).hasToString("file:2:10");
        assertThat(((Mapping) list.items().get(3)).get("x").orElseThrow().span())
                .hasToString("file:2:15");
    }

    @Test
    void keysOfHeadersAndDottedKeysStandWhereTheyAre() {
        Mapping root = read("[tool.\"a b\".x]\nc.d = 1\nc . e = 2\n[tool]\nf = 3\n");
        Mapping tool = root.mapping("tool").orElseThrow();
        Mapping x = tool.mapping("a b").orElseThrow().mapping("x").orElseThrow();
        Mapping c = x.mapping("c").orElseThrow();
        assertThat(key(tool, "a b")).isEqualTo("\"a b\" file:1:7");
        assertThat(key(tool.mapping("a b").orElseThrow(), "x")).isEqualTo("x file:1:13");
        assertThat(key(x, "c")).isEqualTo("c file:2:1");
        assertThat(key(c, "d")).isEqualTo("d file:2:3");
        assertThat(key(c, "e")).isEqualTo("e file:3:5");
        assertThat(c.get("e").orElseThrow().span()).hasToString("file:3:9");
        assertThat(key(tool, "f")).isEqualTo("f file:5:1");
        assertThat(Reading.source(x)).isEqualTo("[tool.\"a b\".x]");
    }

    @Test
    void arraysOfTablesAreLists() {
        Mapping root = read("[[a.b]]\nx = 1\n[[a.b]]\nx = 2\n[a.b.c]\ny = 3\n");
        Sequence list = root.mapping("a").orElseThrow().sequence("b").orElseThrow();
        assertThat(list).hasToString("[{x: 1}, {x: 2, c: {y: 3}}]");
        Mapping last = (Mapping) list.items().get(1);
        assertThat(last.span()).hasToString("file:3:1");
        assertThat(key(last, "c")).isEqualTo("c file:5:6");
        assertThat(last.mapping("c").orElseThrow().get("y").orElseThrow().span())
                .hasToString("file:6:5");
    }

    @Test
    void stringsOfAllFourKindsEndWhereTheyEnd() {
        String text = "a = \"x\\\"\"\nb = 'y\\'\nc = \"\"\"\nz\\\"\"\"\"\"\nd = '''\nw''''\n";
        Mapping mapping = read(text);
        assertThat(mapping.entries())
                .extracting(entry -> ((Scalar) entry.value()).text())
                .containsExactly("x\"", "y\\", "z\"\"", "w'");
        assertThat(mapping.entries())
                .extracting(entry -> Reading.source(entry.value()))
                .containsExactly("\"x\\\"\"", "'y\\'", "\"\"\"\nz\\\"\"\"\"\"", "'''\nw''''");
    }

    @Test
    void columnsCountCodePoints() {
        Mapping mapping = read("\"😀\" = ['😀', 1]\n");
        assertThat(mapping.sequence("😀").orElseThrow().items().get(1).span()).hasToString("file:1:13");
    }

    @Test
    void carriageReturnsBeforeLineFeedsAreNothing() {
        assertThat(Reading.source(read("a = 1\r\nb = [1,\r\n2]\r\n").get("b").orElseThrow()))
                .isEqualTo("[1,\r\n2]");
    }

    @Test
    void anEmptyFileIsAnEmptyTable() {
        assertThat(read("# nothing\n").isEmpty()).isTrue();
    }

    @Test
    void everyErrorIsFound() {
        Reading reading = Reading.of(TomlFormat.INSTANCE, "b = 1\nb = 2\n[c]\n[c]\nd.e = 1\nd.e.f = 2\na = \n");
        assertThat(reading.places())
                .containsExactly(
                        "syntax/duplicate-key 2:1, 1:1",
                        "syntax/duplicate-key 4:1, 3:1",
                        "syntax/toml 6:1, 5:1",
                        "syntax/toml 7:5");
        assertThat(reading.node()).isEmpty();
    }

    @Test
    void nestingHasALimit() {
        assertThat(Reading.of(TomlFormat.INSTANCE, "a = " + "[".repeat(9000)).places())
                .containsExactly("syntax/too-deep 1:105");
        assertThat(Reading.of(TomlFormat.INSTANCE, "a" + ".a".repeat(9000) + " = 1")
                        .places())
                .containsExactly("syntax/too-deep 1:201");
    }

    @Test
    void aLoneCarriageReturnIsRefused() {
        assertThat(Reading.of(TomlFormat.INSTANCE, "a = 1 # x\ry\n").places()).containsExactly("syntax/toml 1:10");
    }

    /** The parser takes the date without its offset for one with it, and breaks off before it tells the mistake above. */
    @Test
    void whereTheParserBreaksOffIsAnError() {
        String text = "a = 1\nb = 1979 = 2\nc = 1979-05-27T07:32:00-05-27T07:32:00Z\nd = 4\n";
        assertThat(Reading.of(TomlFormat.INSTANCE, text).places()).containsExactly("syntax/toml 3:1");
    }

    /** Behind the mistake in the first line the parser begins anew, and takes for brackets what we take for a text. */
    @Test
    void bracketsThatOnlyTheParserSeesDoNotEndTheRun() {
        String text = "[\n\"\"\"\n\"\"\"a\"\"\"\nn = [0xF, " + "[".repeat(20_000) + "\n";
        assertThat(Reading.of(TomlFormat.INSTANCE, text).places()).containsExactly("syntax/toml 4:1");
    }

    private static Mapping read(String text) {
        return Reading.mapping(TomlFormat.INSTANCE, text);
    }

    private static String key(Mapping mapping, String name) {
        Node key = mapping.entry(name).orElseThrow().key();
        return Reading.source(key) + " " + key.span();
    }
}
