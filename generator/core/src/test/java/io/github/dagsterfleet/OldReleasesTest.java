package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Releases that were promoted by an earlier version go on to render as they did. Each folder of {@code releases} has the
 * files of a commit, what changed since and release.yaml as it was written, and the files of prod: nothing rewrites these.
 */
class OldReleasesTest {
    private static final Path RELEASES = Path.of("src", "test", "resources", "releases");
    private static final String SIGNED = "Ann <ann@example.com> 1700000000 +0000";

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> rendersAsItDid() {
        return DiskWorkspace.files(RELEASES, path -> path.endsWith("/release.yaml")).keySet().stream()
                .map(path -> path.substring(0, path.indexOf('/')))
                .map(name -> DynamicTest.dynamicTest(name, () -> rendersAsItDid(name)));
    }

    private void rendersAsItDid(String name) {
        Path root = folder.resolve(name);
        assertThat(root.toFile().mkdir()).isTrue();
        TestGit git = new TestGit(root);
        git.run("init", "--quiet");
        DiskWorkspace workspace = lay(RELEASES.resolve(name).resolve("then"), root);
        git.run("add", "--all");
        workspace.with(
                ".git/start",
                "tree " + git.run("write-tree").strip() + "\nauthor " + SIGNED + "\ncommitter " + SIGNED
                        + "\n\nStart\n");
        String commit =
                git.run("hash-object", "-t", "commit", "-w", ".git/start").strip();
        lay(RELEASES.resolve(name).resolve("now"), root);
        assertThat(workspace.read("repos/alpha/release.yaml")).contains("release: " + commit);

        RunReport report = workspace.generate();

        assertThat(report.exitCode()).as(DiskWorkspace.findings(report)).isZero();
        assertThat(texts(root.resolve("repos/alpha/generated/prod")))
                .isEqualTo(texts(RELEASES.resolve(name).resolve("prod")));
    }

    private static DiskWorkspace lay(Path from, Path to) {
        return DiskWorkspace.copy(from, to, path -> true, bytes -> bytes);
    }

    private static Map<String, String> texts(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        DiskWorkspace.files(folder, path -> true)
                .keySet()
                .forEach(path -> texts.put(path, DiskWorkspace.empty(folder).read(path)));
        return texts;
    }
}
