package io.github.dagsterfleet.syntax.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.finding.report.TextReport;
import io.github.dagsterfleet.syntax.Format;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Reading;
import io.github.dagsterfleet.syntax.Resources;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.Trees;
import io.github.dagsterfleet.syntax.dotenv.DotenvFormat;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import io.github.dagsterfleet.syntax.toml.TomlFormat;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;
import io.github.dagsterfleet.text.VisibleText;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every format, tried on random trees and on broken files. */
class FormatPropertiesTest {
    private static final int RUNS = 500;
    private static final Map<Format, List<String>> FILES = Map.of(
            YamlFormat.INSTANCE, List.of("analytics.yaml", "finance-dbt.yaml", "dialect.yaml"),
            TomlFormat.INSTANCE, List.of("pyproject.toml", "dialect.toml"),
            JsonFormat.INSTANCE, List.of("env_set.json"),
            DotenvFormat.INSTANCE, List.of("finance-dbt.env.example"));

    static Stream<Format> formats() {
        return Stream.of(YamlFormat.INSTANCE, TomlFormat.INSTANCE, JsonFormat.INSTANCE, DotenvFormat.INSTANCE);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatIsWrittenIsReadBack(Format format) {
        for (int seed = 0; seed < RUNS; seed++) {
            Trees trees = new Trees(new Random(seed), format);
            Mapping tree = format == DotenvFormat.INSTANCE ? trees.variables() : trees.mapping(4);
            String written = format.write(tree);
            Reading reading = Reading.of(format, written);
            assertThat(reading.findings()).as("seed %d:%n%s", seed, written).isEmpty();
            assertThat(reading.node()).as("seed %d:%n%s", seed, written).contains(tree);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyScalarReadsAsItself(Format format) {
        for (int seed = 0; seed < RUNS; seed++) {
            Trees trees = new Trees(new Random(seed), format);
            Mapping tree = format == DotenvFormat.INSTANCE ? trees.variables() : trees.mapping(4);
            Node read = Reading.sound(format, format.write(tree));
            assertSelf(format, read, seed);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void noTextBreaksAReader(Format format) {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            List<String> files = FILES.getOrDefault(format, List.of());
            String text = Trees.mutated(Resources.text(files.get(random.nextInt(files.size()))), random);
            Reading reading = Reading.of(format, text);
            String context = "seed " + seed + ": " + VisibleText.of(text);
            if (reading.node().isEmpty()) {
                assertThat(reading.findings()).as(context).isNotEmpty();
            }
            for (Finding finding : reading.findings()) {
                assertThat(finding.isError()).as(context).isTrue();
                if (finding.site() instanceof Site.InSpan in) {
                    assertThat(in.span().end()).as(context).isLessThanOrEqualTo(text.length());
                }
            }
            assertThat(new TextReport(false).print(reading.findings()))
                    .as(context)
                    .doesNotContain("\u0007", "\u202e");
            reading.node().ifPresent(node -> assertNested(node, context));
        }
    }

    /** The stretch of text that a scalar was read from is a spelling of this very scalar. */
    private static void assertSelf(Format format, Node node, int seed) {
        if (node instanceof Mapping mapping) {
            mapping.forEach(entry -> assertSelf(format, entry.value(), seed));
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> assertSelf(format, item, seed));
        } else if (node instanceof Scalar scalar && format == YamlFormat.INSTANCE) {
            assertThat(Reading.source(scalar))
                    .as("seed %d", seed)
                    .isIn(format.scalar(scalar), scalar.canonical().text());
        } else if (node instanceof Scalar scalar) {
            assertThat(Reading.source(scalar)).as("seed %d", seed).isEqualTo(format.scalar(scalar));
        }
    }

    /** Children stand inside of the text, and in block and flow style inside of their parents. */
    private static void assertNested(Node node, String context) {
        if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                assertNested(item, context);
            }
        } else if (node instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                assertThat(entry.key().span().start())
                        .as(context)
                        .isLessThanOrEqualTo(entry.value().span().end());
                assertNested(entry.value(), context);
            }
        }
    }
}
