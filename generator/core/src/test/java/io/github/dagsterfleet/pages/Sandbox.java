package io.github.dagsterfleet.pages;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.Progress;
import io.github.dagsterfleet.Request;
import io.github.dagsterfleet.RunReport;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A workspace in a folder of its own: the standard small one, with something laid over it. */
final class Sandbox {
    static final Path RESOURCES = Path.of("src", "test", "resources");

    private final Path root;
    private final Shell shell;
    private final String code;

    private Sandbox(Path root, String code) {
        this.root = root;
        this.shell = new Shell(root);
        this.code = code;
    }

    /**
     * @param folder an empty one; the workspace lies below it, so that there is an outside to lead to
     * @param code what it is about; empty for anything
     */
    static Sandbox in(Path folder, String code, Scene... scenes) {
        Sandbox sandbox = new Sandbox(folder.resolve("workspace"), code);
        filesBelow(RESOURCES.resolve("pages").resolve("workspace")).forEach(sandbox::write);
        for (Scene scene : scenes) {
            scene.files().forEach(sandbox::write);
        }
        return sandbox;
    }

    void write(String path, byte[] content) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a command as a person would. */
    RunReport run(String command) {
        return told(shell.run(command));
    }

    RunReport generate() {
        return told(fleet().generate(Request.EVERYTHING));
    }

    RunReport check() {
        return told(fleet().check(Request.EVERYTHING));
    }

    /** The catalogues of the small workspace are for all pages: what one of them does not use is no news there. */
    private RunReport told(RunReport report) {
        String unused = FindingCode.FLEET_UNUSED.id();
        List<Finding> findings = report.findings().stream()
                .filter(finding -> code.equals(unused) || !finding.code().id().equals(unused))
                .toList();
        return new RunReport(findings, report.waived(), report.changes(), report.unchanged(), report.reach());
    }

    private DagsterFleet fleet() {
        return new DagsterFleet(root, 1, Shell.TODAY, Progress.SILENT);
    }

    /** What stands on disk, by path, without what belongs to one checkout; Latin-1 keeps every byte comparable. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        filesBelow(root).forEach((path, bytes) -> {
            if (!path.startsWith(".dagster-fleet/")) {
                files.put(path, new String(bytes, StandardCharsets.ISO_8859_1));
            }
        });
        return files;
    }

    /** The content of every ordinary file below a folder, by path. */
    static Map<String, byte[]> filesBelow(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.toList()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
