package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.change.ChangePlan;
import io.github.dagsterfleet.change.OwnedPaths;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.finding.report.TextReport;
import io.github.dagsterfleet.release.History;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.MemorySources;
import io.github.dagsterfleet.text.SourcePath;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever people do to the sources of this repository's own fleet is told as findings, never as a stack trace. */
class DamagedSourcesTest {
    private static final int SEEDS = Integer.getInteger("fuzz.seeds", 300);
    private static final int FIRST_SEED = Integer.getInteger("fuzz.first", 0);
    private static final Duration ENOUGH = Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 30));

    private final Shapes shapes = Shapes.standard();

    @Test
    void everyDamageIsToldAtAPlaceThatExistsAndTheSameEachTime() {
        Map<String, byte[]> sources = DiskWorkspace.files(
                Path.of("../.."),
                path -> !path.contains("/generated/")
                        && (path.startsWith("environments/")
                                || path.startsWith("repos/")
                                || path.startsWith("templates/")));
        long end = System.nanoTime() + ENOUGH.toNanos();
        int found = 0;
        int run = 0;
        while (run < SEEDS && System.nanoTime() < end) {
            int seed = FIRST_SEED + run++;
            Map<String, byte[]> damaged = new Vandal(seed).damage(sources);
            RunReport report = generate(damaged, 1, seed);

            found += report.hasErrors() ? 1 : 0;
            assertThat(report.exitCode()).as("seed %d", seed).isIn(ExitCode.DONE, ExitCode.FINDINGS);
            report.findings().forEach(finding -> assertStandsSomewhere(finding, damaged, seed));
            assertThat(print(generate(damaged, 2, seed))).as("seed %d", seed).isEqualTo(print(report));
        }
        assertThat(found).as("damages that are errors").isGreaterThan(run / 3);
    }

    private RunReport generate(Map<String, byte[]> files, int threads, int seed) {
        Map<SourcePath, byte[]> sources = new TreeMap<>();
        files.forEach((path, content) -> sources.put(new SourcePath(path), content));
        try (Workers workers = new Workers(threads, Progress.SILENT)) {
            Parts parts = new Parts(
                    MemorySources.of(sources),
                    new History(Path.of("")),
                    shapes,
                    DagsterFleet.version(),
                    LocalDate.EPOCH,
                    OwnedPaths.NONE);
            return new FleetRun(parts, Request.EVERYTHING, new Nothing(), workers).run();
        } catch (RuntimeException | Error bug) {
            throw new AssertionError("seed " + seed, bug);
        }
    }

    private static void assertStandsSomewhere(Finding finding, Map<String, byte[]> files, int seed) {
        String text = "seed " + seed + ": " + print(finding);
        String path = finding.site().path().map(SourcePath::value).orElse("");
        boolean mayBeMissing = finding.code() == FindingCode.SOURCE_MISSING || isFolderOf(path, files);
        assertThat(files.containsKey(path) || mayBeMissing).as(text).isTrue();
        if (finding.site() instanceof Site.InSpan in) {
            assertThat(in.span().start()).as(text).isBetween(0, in.span().end());
        }
        assertThat(finding.message()).as(text).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
    }

    private static boolean isFolderOf(String path, Map<String, byte[]> files) {
        return files.keySet().stream().anyMatch(file -> file.startsWith(path + "/"));
    }

    private static String print(Finding finding) {
        return new TextReport(false).print(List.of(finding));
    }

    private static String print(RunReport report) {
        return new TextReport(false).print(report.findings());
    }

    /** Plans are made and come to nothing. */
    private record Nothing() implements PlanAction {
        @Override
        public void act(ChangePlan plan, Findings findings) {}

        @Override
        public boolean changesDisk() {
            return true;
        }
    }
}
