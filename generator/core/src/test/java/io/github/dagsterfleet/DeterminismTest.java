package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.change.DiskStore;
import io.github.dagsterfleet.change.Journal;
import io.github.dagsterfleet.change.PlanWriter;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.release.History;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.source.WorkTree;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same sources make the same bytes and the same findings, wherever and whenever. */
@Isolated("changes the defaults of the whole process")
class DeterminismTest {
    @TempDir
    private Path temp;

    private int copies;
    private Map<String, byte[]> expected = Map.of();

    /** This repository's own fleet, with nothing generated yet. */
    private DiskWorkspace workspace() {
        return DiskWorkspace.copy(
                Path.of("../.."),
                temp.resolve(Integer.toString(copies++)),
                path -> !path.contains("/generated/")
                        && (path.startsWith("environments/")
                                || path.startsWith("repos/")
                                || path.startsWith("templates/")),
                bytes -> bytes);
    }

    /** The same with mistakes in many files. */
    private DiskWorkspace broken() {
        DiskWorkspace workspace = workspace();
        for (String repo : List.of("analytics", "finance-dbt", "github-issues", "ml-platform")) {
            workspace.append("repos/" + repo + "/repo.yaml", "nonsense: true\nvars: {x: \"${vars.none}\"}\n");
        }
        return workspace.append("environments/profiles/gpu.yaml", "nonsense: true\n");
    }

    @BeforeEach
    void generateOnce() {
        expected = workspace().generated().generatedFiles();
    }

    private void assertSame(DiskWorkspace workspace) {
        assertThat(workspace.generatedFiles().keySet()).isEqualTo(expected.keySet());
        assertThat(workspace.generatedFiles())
                .allSatisfy((path, content) -> assertThat(content).as(path).isEqualTo(expected.get(path)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 16})
    void threadsDoNotCount(int threads) {
        DiskWorkspace workspace = workspace();

        new DagsterFleet(workspace.root(), threads, LocalDate.EPOCH, Progress.SILENT).generate(Request.EVERYTHING);

        assertSame(workspace);
    }

    @Test
    void threadsDoNotCountForFindings() {
        String alone = DiskWorkspace.findings(
                new DagsterFleet(broken().root(), 1, LocalDate.EPOCH, Progress.SILENT).generate(Request.EVERYTHING));

        assertThat(alone).contains("schema/unknown-key");
        for (int i = 0; i < 5; i++) {
            assertThat(DiskWorkspace.findings(new DagsterFleet(broken().root(), 4, LocalDate.EPOCH, Progress.SILENT)
                            .generate(Request.EVERYTHING)))
                    .isEqualTo(alone);
        }
    }

    @ParameterizedTest
    @CsvSource({"tr-TR, Asia/Kathmandu", "ar-EG-u-nu-arab, America/St_Johns", "de-DE, UTC", "und, Pacific/Apia"})
    void localeAndTimeZoneDoNotCount(String locale, String zone) {
        String findings = DiskWorkspace.findings(broken().generate());
        Locale localeBefore = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));

            assertSame(workspace().generated());
            assertThat(DiskWorkspace.findings(broken().generate())).isEqualTo(findings);
        } finally {
            Locale.setDefault(localeBefore);
            TimeZone.setDefault(zoneBefore);
        }
    }

    @Test
    void orderOfDirectoriesDoesNotCount() throws IOException {
        DiskWorkspace workspace = workspace();
        try (Journal journal = Journal.begin(workspace.root());
                Workers workers = new Workers(2, Progress.SILENT)) {
            Parts parts = new Parts(
                    new Backwards(WorkTree.of(workspace.root())),
                    new History(workspace.root()),
                    Shapes.standard(),
                    DagsterFleet.version(),
                    LocalDate.EPOCH,
                    journal.left());
            Writing writing = new Writing(new PlanWriter(new DiskStore(workspace.root()), journal));

            RunReport report = new FleetRun(parts, Request.EVERYTHING, writing, workers).run();

            assertThat(DiskWorkspace.findings(report)).isEmpty();
        }
        assertSame(workspace);
    }

    /** Lists every folder from its end. */
    private record Backwards(SourceSet files) implements SourceSet {
        @Override
        public Optional<SourceFile> read(SourcePath path, Findings findings) {
            return files.read(path, findings);
        }

        @Override
        public boolean isFile(SourcePath path) {
            return files.isFile(path);
        }

        @Override
        public List<String> unnameable(SourcePath folder) {
            return backwards(files.unnameable(folder));
        }

        @Override
        public List<Entry> list(SourcePath folder, Findings findings) {
            return backwards(files.list(folder, findings));
        }

        @Override
        public List<SourcePath> walk(SourcePath folder, Findings findings) {
            return backwards(files.walk(folder, findings));
        }

        private static <T> List<T> backwards(List<T> list) {
            List<T> copy = new ArrayList<>(list);
            Collections.reverse(copy);
            return copy;
        }
    }

    @Test
    void nameOfTheFolderDoesNotCount() {
        DiskWorkspace workspace = DiskWorkspace.copy(
                workspace().root(), temp.resolve("a folder with blanks, ümläuts & more"), path -> true, bytes -> bytes);

        assertSame(workspace.generated());
    }
}
