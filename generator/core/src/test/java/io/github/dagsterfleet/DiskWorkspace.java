package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.change.ChangeKind;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.report.TextReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A workspace in a folder of its own, to be edited and run again. */
final class DiskWorkspace {
    private static final String BASE =
            """
            format: 1
            organization: acme
            environments: [dev, prod]
            dagster: 1.13.27
            """;

    private final Path root;

    private DiskWorkspace(Path root) {
        this.root = root;
    }

    /** An empty folder. */
    static DiskWorkspace empty(Path root) {
        return new DiskWorkspace(root);
    }

    /** Repos {@code alpha}, of team one, and {@code beta}, of team two, in environments dev and prod. */
    static DiskWorkspace ofTwoRepos(Path root) {
        return empty(root)
                .with("environments/base.yaml", BASE)
                .with("repos/alpha/repo.yaml", repo("alpha", "one"))
                .with("repos/beta/repo.yaml", repo("beta", "two"));
    }

    static String repo(String name, String team) {
        return """
                team: %s
                agent: serverless
                locations:
                  %s: {code_source: {module_name: %s}}
                """
                .formatted(team, name, name);
    }

    /** A copy of some files of a folder. */
    static DiskWorkspace copy(Path from, Path to, Predicate<String> wanted, UnaryOperator<byte[]> edit) {
        DiskWorkspace workspace = new DiskWorkspace(to);
        files(from, wanted).forEach((path, content) -> workspace.write(path, edit.apply(content)));
        return workspace;
    }

    Path root() {
        return root;
    }

    Path path(String file) {
        return root.resolve(file);
    }

    DiskWorkspace with(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with more at the end of a file that is there. */
    DiskWorkspace append(String file, String text) {
        return with(file, read(file) + text);
    }

    DiskWorkspace write(String file, byte[] content) {
        try {
            Files.createDirectories(path(file).getParent());
            Files.write(path(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DiskWorkspace delete(String file) {
        try {
            Files.delete(path(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String file) {
        return Files.exists(path(file));
    }

    String read(String file) {
        try {
            return Files.readString(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DagsterFleet fleet() {
        return new DagsterFleet(root, 2, LocalDate.EPOCH, Progress.SILENT);
    }

    RunReport generate() {
        return fleet().generate(Request.EVERYTHING);
    }

    /** The same on another day than the first of 1970. */
    RunReport generateOn(LocalDate day) {
        return new DagsterFleet(root, 2, day, Progress.SILENT).generate(Request.EVERYTHING);
    }

    /** Generates, and fails the test for any finding. */
    DiskWorkspace generated() {
        assertThat(findings(generate())).isEmpty();
        return this;
    }

    RunReport discard() {
        return fleet().generate(new Request(List.of(), List.of(), List.of(), true));
    }

    RunReport check() {
        return fleet().check(Request.EVERYTHING);
    }

    /** Every file that was generated, manifests among them. */
    Map<String, byte[]> generatedFiles() {
        return files(root, path -> path.contains("/generated/"));
    }

    /** Every file but what belongs to this checkout alone. */
    Map<String, byte[]> allFiles() {
        return files(root, path -> !path.startsWith(".dagster-fleet/"));
    }

    /** When each file of the workspace was last written. */
    Map<String, FileTime> times() {
        Map<String, FileTime> times = new TreeMap<>();
        allFiles().keySet().forEach(file -> {
            try {
                times.put(file, Files.getLastModifiedTime(path(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return times;
    }

    /** Makes every file look as if it had been written long ago, so that a write shows. */
    void age() {
        times().keySet().forEach(file -> {
            try {
                Files.setLastModifiedTime(path(file), FileTime.fromMillis(1_000_000_000_000L));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static Map<String, byte[]> files(Path folder, Predicate<String> wanted) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (wanted.test(path)) {
                    files.put(path, Files.readAllBytes(file));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The findings as a person reads them. */
    static String findings(RunReport report) {
        return new TextReport(false).print(report.findings());
    }

    /** The code of each finding and the file it stands in. */
    static List<String> codes(RunReport report) {
        return report.findings().stream().map(DiskWorkspace::code).toList();
    }

    private static String code(Finding finding) {
        return finding.code().id()
                + finding.site().path().map(path -> " " + path).orElse("");
    }

    /** What was done to each file. */
    static List<String> changes(RunReport report) {
        return report.changes().stream()
                .map(change -> change.kind().word() + " " + change.path())
                .toList();
    }

    static List<String> changes(RunReport report, ChangeKind kind) {
        return report.changes().stream()
                .filter(change -> change.kind() == kind)
                .map(change -> change.path().value())
                .toList();
    }
}
