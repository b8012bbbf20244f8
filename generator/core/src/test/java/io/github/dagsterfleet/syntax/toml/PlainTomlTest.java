package io.github.dagsterfleet.syntax.toml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Places;
import io.github.dagsterfleet.syntax.Resources;
import io.github.dagsterfleet.syntax.Trees;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.VisibleText;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever this reader reads, tomlj reads alike; and it does read what the writer writes. */
class PlainTomlTest {
    private static final int RUNS = 3000;
    private static final String[] LINES = {
        "[a]",
        "[a.b]",
        "[a.\"b\"]",
        "[b]",
        "[[a]]",
        "[[a.c]]",
        "[[b]]",
        "[ a . c ]",
        "[a] # c",
        "[]",
        "[a.]",
        "[[a]",
        "x = 1",
        "y = -2",
        "\"x\" = 3",
        "x=\"\"",
        "z = [1, 2,]",
        "z = [ # c",
        "  \"a\",",
        "]",
        "a = { b = 1 }",
        "b = {}",
        "c = { x = 1, x = 2 }",
        "c.d = 1",
        "d = 1.50",
        "e = 01",
        "f = 1e3",
        "g = tru",
        "h = true# c",
        "i = false x",
        "j = \"\\u00e4\\U0001f600\"",
        "k = \"\\x\"",
        "l = \"\"\"",
        "m = 'x'",
        "# c",
        "",
        "\t",
        "n = [[1], { a = [] }]",
        "o = 999999999999999999999",
        "p = 2026-11-22",
        "q = -0",
        "r = +1",
        "s = .5",
        "t = 5.",
        "= 1",
        "u =",
        "-1 = 1",
        "v = \"a\tb\"",
        "w = \"\u0007\"",
        "a = { b = [\n1\n] }",
        "b = { a = 1,\n b = 2 }",
        "\"\" = 0",
        "c = { x = 1, }"
    };

    @Test
    void whatTheWriterWritesIsReadAsTomljReadsIt() {
        int read = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Mapping tree = new Trees(new Random(seed), TomlFormat.INSTANCE).mapping(4);
            read += assertAlike(TomlFormat.INSTANCE.write(tree), seed) ? 1 : 0;
        }
        assertThat(read).isGreaterThan(RUNS * 3 / 4);
    }

    @Test
    void mutatedFilesAreReadAsTomljReadsThemOrNotAtAll() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            String whole = Resources.text(random.nextBoolean() ? "pyproject.toml" : "dialect.toml");
            assertAlike(Trees.mutated(whole, random), seed);
            Mapping tree = new Trees(random, TomlFormat.INSTANCE).mapping(3);
            assertAlike(Trees.mutated(TomlFormat.INSTANCE.write(tree), random), seed);
        }
    }

    @Test
    void shuffledLinesAreReadAsTomljReadsThemOrNotAtAll() {
        int read = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(7); i >= 0; i--) {
                text.append(LINES[random.nextInt(LINES.length)]).append('\n');
            }
            read += assertAlike(text.toString(), seed) ? 1 : 0;
        }
        assertThat(read).isGreaterThan(RUNS / 20);
    }

    @Test
    void theUsualPyprojectIsRead() {
        assertThat(assertAlike(Resources.text("pyproject.toml"), 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b = 1", "a = 'x'", "a = 1\r\n", "a = 2026-11-22", "a = \"\"\"\n\"\"\"", "[a.b]\n[a]"})
    void whatIsNotPlainIsLeftToTomlj(String text) {
        assertThat(assertAlike(text, 0)).isFalse();
    }

    /** Whether the text was read; then tomlj reads the same, at the same places. */
    private static boolean assertAlike(String content, long seed) {
        SourceText text = new SourceText(new SourcePath("file"), content);
        Optional<Node> plain = PlainToml.read(text);
        if (plain.isPresent()) {
            Findings findings = new Findings();
            String context = "seed " + seed + ": " + VisibleText.of(content);
            Optional<Node> full = TomlReader.read(text, findings);
            assertThat(findings.list()).as(context).isEmpty();
            assertThat(Places.of(plain.get())).as(context).isEqualTo(Places.of(full.orElseThrow()));
        }
        return plain.isPresent();
    }
}
