package io.github.dagsterfleet.syntax.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Places;
import io.github.dagsterfleet.syntax.Resources;
import io.github.dagsterfleet.syntax.SyntaxFindings;
import io.github.dagsterfleet.syntax.Trees;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.VisibleText;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever this reader reads, the real parser reads alike; and it does read what the writer writes. */
class PlainJsonTest {
    private static final int RUNS = 3000;
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        " ",
        "\n",
        "\"a\"",
        "\"a\":",
        "\"b\":",
        "\"\"",
        "\"\":",
        "0",
        "-0",
        "1",
        "-12",
        "01",
        "-",
        "1.5",
        "1e3",
        "true",
        "false",
        "null",
        "tru",
        "nullx",
        "\"\\n\"",
        "\"\\u0041\"",
        "\"\\x\"",
        "\"\t\"",
        "\t",
        "\"\ud83d\ude00\"",
        "\"\\ud800\"",
        "\"\u00e4\"",
        "\u00a0",
        "\u0000",
        "\"\u0000\"",
        "'a'",
        "//",
        "999999999999999999999"
    };

    @Test
    void whatTheWriterWritesIsReadAsTheParserReadsIt() {
        int read = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Mapping tree = new Trees(new Random(seed), JsonFormat.INSTANCE).mapping(4);
            read += assertAlike(JsonFormat.INSTANCE.write(tree), seed) ? 1 : 0;
        }
        assertThat(read).isGreaterThan(RUNS / 4);
    }

    @Test
    void mutatedFilesAreReadAsTheParserReadsThemOrNotAtAll() {
        String whole = Resources.text("env_set.json");
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            assertAlike(Trees.mutated(whole, random), seed);
            Mapping tree = new Trees(random, JsonFormat.INSTANCE).mapping(3);
            assertAlike(Trees.mutated(JsonFormat.INSTANCE.write(tree), random), seed);
        }
    }

    @Test
    void shuffledPiecesAreReadAsTheParserReadsThemOrNotAtAll() {
        int read = 0;
        for (int seed = 0; seed < 20 * RUNS; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String body = text.toString();
            read += assertAlike(random.nextBoolean() ? "[" + body + "]" : "{\"x\":" + body + "}", seed) ? 1 : 0;
        }
        assertThat(read).isGreaterThan(RUNS / 2);
    }

    @Test
    void theUsualFileIsRead() {
        assertThat(assertAlike(Resources.text("env_set.json"), 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"\\\"\\\\\\/\\n\\t\"", " [ ] ", "{}\n", "[-0, 10, true, null, {\"\": []}]", "\"ä\""})
    void whatIsPlainIsRead(String text) {
        assertThat(assertAlike(text, 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1.5", "[1,]", "{\"a\":1,\"a\":2}", "\"\\u0041\"", "\"😀\"", "[\t]", "{}{}", "[1", "{\"a\"}"
            })
    void whatIsNotPlainIsLeftToTheParser(String text) {
        assertThat(assertAlike(text, 0)).isFalse();
    }

    @Test
    void theDeepestFileIsReadAndOneDeeperIsLeft() {
        assertThat(assertAlike(nested(SyntaxFindings.DEEPEST), 0)).isTrue();
        assertThat(assertAlike(nested(SyntaxFindings.DEEPEST + 1), 0)).isFalse();
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    /** Whether the text was read; then the parser reads the same, at the same places. */
    private static boolean assertAlike(String content, long seed) {
        SourceText text = new SourceText(new SourcePath("file"), content);
        Optional<Node> plain = PlainJson.read(text);
        if (plain.isPresent()) {
            Findings findings = new Findings();
            String context = "seed " + seed + ": " + VisibleText.of(content);
            Optional<Node> full = JsonReader.read(text, findings);
            assertThat(findings.list()).as(context).isEmpty();
            assertThat(Places.of(plain.get())).as(context).isEqualTo(Places.of(full.orElseThrow()));
        }
        return plain.isPresent();
    }
}
