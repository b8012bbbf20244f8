package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The files of a table that says what Dagster's tools make of them: we find what the table says, and a page tells it. */
class SurprisesTest {
    private static final Path TABLE = Path.of("..", "conformance", "vectors", "surprises.tsv");
    private static final Path PAGE = Path.of("..", "docs", "what-dagster-accepts.md");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> weFindWhatTheTableSays() throws IOException {
        assumeTrue(Files.exists(TABLE), "the vectors are not checked out");
        return Files.readAllLines(TABLE).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split("\t", -1))
                        .map(SurprisesTest::json)
                        .toList())
                .map(row -> DynamicTest.dynamicTest(text(row.get(0)), () -> check(row)));
    }

    private void check(List<Node> row) throws IOException {
        Path team = Files.createDirectory(folder.resolve(text(row.get(0))));
        for (Mapping.Entry file : ((Mapping) row.get(2)).entries()) {
            Path path = team.resolve(file.name());
            Files.createDirectories(path.getParent());
            Files.writeString(path, text(file.value()));
        }
        Validation validation = DagsterFleet.validate(team, List.of("."), Optional.empty(), Optional.empty());
        assertThat(validation.findings())
                .extracting(finding -> finding.code().id())
                .containsExactlyInAnyOrderElementsOf(((Sequence) row.get(4))
                        .items().stream().map(SurprisesTest::text).toList());
        assertThat(Files.readString(PAGE)).contains("`" + text(row.get(0)) + "`");
    }

    private static Node json(String cell) {
        return JsonFormat.INSTANCE
                .read(new SourceText(new SourcePath("surprises.tsv"), cell), new Findings())
                .orElseThrow();
    }

    private static String text(Node node) {
        return ((Scalar) node).text();
    }
}
