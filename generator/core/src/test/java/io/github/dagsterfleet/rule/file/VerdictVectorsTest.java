package io.github.dagsterfleet.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.dagster.DagsterVersion;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Reading;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Files of which conformance knows who refuses them first: the real packages said so. */
class VerdictVectorsTest {
    private static final Path VECTORS = Path.of("..", "conformance", "vectors");
    private static final List<String> LAYERS = List.of("syntax", "cli", "deploy", "agent");

    @TestFactory
    List<DynamicTest> weRefuseAsThePackagesDo() throws IOException {
        return tests("verdicts.tsv", row -> Optional.empty());
    }

    @TestFactory
    List<DynamicTest> weRefuseAsOlderReleasesDo() throws IOException {
        return tests(
                "older_releases.tsv",
                row -> DagsterVersion.of(row.text("release").orElseThrow()));
    }

    private static List<DynamicTest> tests(String table, Function<Mapping, Optional<DagsterVersion>> version)
            throws IOException {
        List<String> lines = Files.readAllLines(VECTORS.resolve(table));
        List<String> head = List.of(lines.get(0).split("\t", -1));
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            Mapping row = row(head, lines.get(i));
            String file = row.text("file").orElseThrow();
            String text = row.text("text").orElseThrow();
            tests.add(DynamicTest.dynamicTest("line " + (i + 1), () -> assertThat(first(file, text, version.apply(row)))
                    .as(text)
                    .isEqualTo(row.text("first").orElseThrow())));
        }
        return tests;
    }

    private static Mapping row(List<String> head, String line) {
        String[] cells = line.split("\t", -1);
        String row = IntStream.range(0, cells.length)
                .mapToObj(i -> "\"" + head.get(i) + "\": " + cells[i])
                .collect(Collectors.joining(", ", "{", "}"));
        return (Mapping) Reading.sound(JsonFormat.INSTANCE, row);
    }

    private static String first(String file, String text, Optional<DagsterVersion> version) {
        List<String> words = Verdict.of(file, text.getBytes(StandardCharsets.UTF_8), version);
        return file.endsWith(".toml") ? ofProject(words) : ofCloud(words);
    }

    private static String ofCloud(List<String> words) {
        return LAYERS.stream()
                .filter(layer -> words.stream().anyMatch(word -> word.startsWith(layer + " ")))
                .findFirst()
                .orElse("nobody");
    }

    /** Dg and Python's standards speak each for themselves; what stands twice in a list is our own word. */
    private static String ofProject(List<String> words) {
        if (words.stream().anyMatch(word -> word.startsWith("syntax "))) {
            return "syntax";
        }
        List<String> refusers = new ArrayList<>();
        if (words.stream().anyMatch(word -> word.startsWith("dg "))) {
            refusers.add("dg");
        }
        if (words.stream().anyMatch(word -> word.startsWith("ours ") && !word.contains("schema/duplicate-item"))) {
            refusers.add("standard");
        }
        return refusers.isEmpty() ? "nobody" : String.join(" and ", refusers);
    }
}
