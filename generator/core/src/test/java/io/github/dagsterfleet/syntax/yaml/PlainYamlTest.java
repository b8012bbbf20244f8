package io.github.dagsterfleet.syntax.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Places;
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
class PlainYamlTest {
    private static final int RUNS = 4000;
    private static final String USUAL =
            """
            # yaml-language-server: $schema=../x.json
            team: data

            agent: k8s   # ours
            locations:
              ingest:
                code_source:
                  module_name: a.b
                container_context:
                  k8s:
                    env_vars:
                    - A=1
                    - "B={\\"x\\": 1}"
                    volumes:
                      - name: x
                        secret:
                          secretName: 'it''s'
                      - name: y
            owners: []
            empty: {}
            url: https://example.com:8080/x#y
            """;
    private static final String[] PARTS = {
        "a:",
        "b: 1",
        "c: x y",
        "- ",
        "- a",
        "- b: 1",
        "-",
        "- - 1",
        "-x",
        "--- ",
        "---",
        "...",
        "...: 1",
        "# c",
        "",
        " ",
        "  ",
        "    ",
        "\"k\": v",
        "\"k\" : v",
        "'k': v",
        "k: 'x''y'",
        "k: 'x",
        "k: \"x\\ty\"",
        "k: \"x\\q\"",
        "k: \"\\/\"",
        "k: [a]",
        "k: []",
        "k: [ ]",
        "k: {}",
        "k: {a: 1}",
        "k: |",
        "k: >-",
        "k: &x 1",
        "k: *x",
        "k: !!str 1",
        "k: a: b",
        "k: a:",
        "k: a #c",
        "k: a#c",
        "k: #c",
        "k:#c",
        "k :v",
        "? k",
        ": v",
        "k: ? v",
        "k: ?v",
        "k: -v",
        "k: - v",
        "k: -",
        "k: ,",
        "k: @x",
        "k: %x",
        "%x",
        "k: null",
        "k: ~",
        "k: on",
        "k: 012",
        "k: 1.5",
        "k: 'x' # c",
        "k: 'x'# c",
        "k: \"x\" y",
        "<<: 1",
        "k: <<",
        "k: =",
        "1: 2",
        "$remove: true",
        "k: ]",
        "k: a]b",
        "k: \u00e4",
        "k: a\tb",
        "k:\tb",
        "k:\r",
        "\u0007",
        "a.b/c-d: x",
        "-k: v",
        "k: '''x'''",
        "k: ''",
        "k: \"\"",
        "k: [] # c",
        "k: []x",
        "k: {}]",
        "k: !x",
        "k: `x",
        "k: \"a",
        "b\"",
        "- 'x': 1",
        "- x:y",
        "- \"x\":y",
        "- # c",
        "- |"
    };

    @Test
    void whatTheWriterWritesIsReadAsTheParserReadsIt() {
        int read = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Mapping tree = new Trees(new Random(seed), YamlFormat.INSTANCE).mapping(4);
            read += assertAlike(YamlFormat.INSTANCE.write(tree), seed) ? 1 : 0;
        }
        assertThat(read).isGreaterThan(RUNS / 20);
    }

    @Test
    void mutatedFilesAreReadAsTheParserReadsThemOrNotAtAll() {
        int read = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            read += assertAlike(Trees.mutated(USUAL, random), seed) ? 1 : 0;
            Mapping tree = new Trees(random, YamlFormat.INSTANCE).mapping(3);
            assertAlike(Trees.mutated(YamlFormat.INSTANCE.write(tree), random), seed);
        }
        assertThat(read).isGreaterThan(RUNS / 20);
    }

    @Test
    void shuffledLinesAreReadAsTheParserReadsThemOrNotAtAll() {
        int read = 0;
        for (int seed = 0; seed < 10 * RUNS; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                text.append(" ".repeat(random.nextInt(4)))
                        .append(PARTS[random.nextInt(PARTS.length)])
                        .append(random.nextInt(20) == 0 ? "" : "\n");
            }
            read += assertAlike(text.toString(), seed) ? 1 : 0;
        }
        assertThat(read).isGreaterThan(RUNS / 20);
    }

    @Test
    void theUsualSourceIsRead() {
        assertThat(assertAlike(USUAL, 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [1]\n",
                "a: {b: 1}\n",
                "a: |\n  x\n",
                "a: x\n  y\n",
                "a: &x 1\n",
                "a: \u00e4\n",
                "a:\n",
                "a: 1\na: 2\n",
                "a: 1\r\n",
                "--- \na: 1\n",
                "- - 1\n",
                "x\n",
                "",
                "# only\n",
                " a: 1\nb: 2\n",
                "a:\n  - 1\n - 2\n"
            })
    void whatIsNotPlainIsLeftToTheParser(String text) {
        assertThat(assertAlike(text, 0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1",
                "a: 1 \n",
                "a:   1 # x\n\n  # y\n",
                "- a\n- b",
                "a:\n- b:\n  - c\n  d: e\n",
                "a:\n # c\n  b: 1\n#\n"
            })
    void plainIsRead(String text) {
        assertThat(assertAlike(text, 0)).isTrue();
    }

    /** Whether the text was read; then the real parser reads the same, at the same places. */
    private static boolean assertAlike(String content, long seed) {
        SourceText text = new SourceText(new SourcePath("file"), content);
        Optional<Node> plain = PlainYaml.read(text);
        if (plain.isPresent()) {
            Findings findings = new Findings();
            String context = "seed " + seed + ": " + VisibleText.of(content);
            Optional<Node> full = YamlReader.read(text, findings);
            assertThat(findings.list()).as(context).isEmpty();
            assertThat(Places.of(plain.get())).as(context).isEqualTo(Places.of(full.orElseThrow()));
        }
        return plain.isPresent();
    }
}
