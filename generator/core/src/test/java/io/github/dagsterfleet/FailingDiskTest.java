package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.change.DiskStore;
import io.github.dagsterfleet.change.FileStore;
import io.github.dagsterfleet.change.Journal;
import io.github.dagsterfleet.change.PlanWriter;
import io.github.dagsterfleet.release.History;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.WorkTree;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full and runs that are killed, at every operation that writes. */
class FailingDiskTest {
    private static final int SEQUENCES = 12;

    /** The process is gone: nothing of it runs any more. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** A disk that works for a while. */
    private static final class Mortal implements FileStore {
        private final FileStore disk;
        private final boolean kills;
        private int operations;

        Mortal(Path root, int operations, boolean kills) throws IOException {
            this.disk = new DiskStore(root);
            this.operations = operations;
            this.kills = kills;
        }

        private void operate() throws IOException {
            if (operations-- <= 0) {
                if (kills) {
                    throw new Killed();
                }
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void write(SourcePath path, byte[] content) throws IOException {
            operate();
            disk.write(path, content);
        }

        @Override
        public void delete(SourcePath path) throws IOException {
            operate();
            disk.delete(path);
        }

        @Override
        public boolean isInside(SourcePath path) {
            return disk.isInside(path);
        }
    }

    @TempDir
    private Path temp;

    private int folders;

    /** Sources of which each makes other files than the others, and some not at all. */
    private static DiskWorkspace edit(DiskWorkspace workspace, int variant) {
        return workspace
                .with(
                        "environments/base.yaml",
                        """
                        format: 1
                        organization: acme
                        environments: [dev, prod]
                        dagster: 1.13.27
                        defaults: {env: {VARIANT: %d}}
                        """
                                .formatted(variant))
                .with(
                        "repos/beta/repo.yaml",
                        DiskWorkspace.repo("beta", "two") + (variant % 2 == 0 ? "environments: [dev]\n" : ""));
    }

    private DiskWorkspace workspace() {
        return DiskWorkspace.ofTwoRepos(temp.resolve(Integer.toString(folders++)));
    }

    private Map<String, byte[]> expected(int variant) {
        return edit(workspace(), variant).generated().generatedFiles();
    }

    private static RunReport run(DiskWorkspace workspace, FileStore store) throws IOException {
        try (Journal journal = Journal.begin(workspace.root())) {
            return run(workspace, store, journal);
        }
    }

    private static RunReport run(DiskWorkspace workspace, FileStore store, Journal journal) throws IOException {
        try (Workers workers = new Workers(1, Progress.SILENT)) {
            Parts parts = new Parts(
                    WorkTree.of(workspace.root()),
                    new History(workspace.root()),
                    Shapes.standard(),
                    DagsterFleet.version(),
                    LocalDate.EPOCH,
                    journal.left());
            return new FleetRun(parts, Request.EVERYTHING, new Writing(new PlanWriter(store, journal)), workers).run();
        }
    }

    /** Runs until the process is gone; true when it came to its end before. */
    private static boolean runAndDie(DiskWorkspace workspace, int operations) throws IOException {
        Journal journal = Journal.begin(workspace.root());
        try {
            run(workspace, new Mortal(workspace.root(), operations, true), journal);
        } catch (Killed gone) {
            return false;
        }
        journal.close();
        return true;
    }

    @TestFactory
    Stream<DynamicTest> fullDiskLosesNothingAndTheNextRunHeals() {
        return eachOperation("disk full", (workspace, operations) -> {
            RunReport report = run(workspace, new Mortal(workspace.root(), operations, false));

            assertThat(report.exitCode()).isEqualTo(ExitCode.FAILURE);
            assertThat(DiskWorkspace.codes(report))
                    .isNotEmpty()
                    .allMatch(code -> code.startsWith("change/write-failed"));
        });
    }

    @TestFactory
    Stream<DynamicTest> killedRunLosesNothingAndTheNextRunHeals() {
        return eachOperation("killed", (workspace, operations) -> assertThat(runAndDie(workspace, operations))
                .isFalse());
    }

    private interface Failure {
        void happen(DiskWorkspace workspace, int operations) throws IOException;
    }

    /** From variant 1 to 2, failing at each operation; then on with the same sources, and with others. */
    private Stream<DynamicTest> eachOperation(String how, Failure failure) {
        Map<String, byte[]> before = expected(1);
        List<Map<String, byte[]>> expected = List.of(before, before, expected(2), expected(3));
        return IntStream.range(0, operations()).boxed().flatMap(operations -> Stream.of(2, 3)
                .map(next -> DynamicTest.dynamicTest(
                        how + " after " + operations + " operations, then variant " + next, () -> {
                            DiskWorkspace workspace = edit(edit(workspace(), 1).generated(), 2);

                            failure.happen(workspace, operations);

                            assertEachIsOldOrNew(workspace, before, expected.get(2));
                            edit(workspace, next).generated();
                            assertSame(workspace.generatedFiles(), expected.get(next));
                            assertThat(workspace.check().exitCode()).isEqualTo(ExitCode.DONE);
                        })));
    }

    private int operations() {
        DiskWorkspace workspace = edit(edit(workspace(), 1).generated(), 2);
        int operations = 0;
        try {
            while (!runAndDie(
                    DiskWorkspace.copy(workspace.root(), workspace().root(), path -> true, b -> b), operations)) {
                operations++;
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(operations).isGreaterThan(6);
        return operations;
    }

    @Test
    void anySequenceOfKilledAndFailedRunsEndsWell() throws IOException {
        for (int seed = 0; seed < SEQUENCES; seed++) {
            Random random = new Random(seed);
            DiskWorkspace workspace = workspace();
            for (int runs = random.nextInt(5); runs >= 0; runs--) {
                edit(workspace, random.nextInt(4));
                int operations = random.nextInt(30);
                if (random.nextBoolean()) {
                    runAndDie(workspace, operations);
                } else {
                    run(workspace, new Mortal(workspace.root(), operations, false));
                }
            }
            int last = random.nextInt(4);

            RunReport report = edit(workspace, last).generate();

            assertThat(DiskWorkspace.findings(report)).as("seed %d", seed).isEmpty();
            assertSame(workspace.generatedFiles(), expected(last));
        }
    }

    private static void assertEachIsOldOrNew(
            DiskWorkspace workspace, Map<String, byte[]> old, Map<String, byte[]> young) {
        Map<String, byte[]> files = workspace.generatedFiles();
        assertThat(files).allSatisfy((path, content) -> assertThat(
                        Arrays.equals(content, old.get(path)) || Arrays.equals(content, young.get(path)))
                .as(path)
                .isTrue());
        young.keySet().stream().filter(old::containsKey).forEach(path -> assertThat(files)
                .containsKey(path));
    }

    private static void assertSame(Map<String, byte[]> actual, Map<String, byte[]> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        assertThat(actual)
                .allSatisfy((path, content) -> assertThat(content).as(path).isEqualTo(expected.get(path)));
    }
}
