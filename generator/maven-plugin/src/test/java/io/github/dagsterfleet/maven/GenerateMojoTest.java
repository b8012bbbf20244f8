package io.github.dagsterfleet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.Progress;
import io.github.dagsterfleet.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GenerateMojoTest {
    /** Put together here, since hosts of repositories refuse a literal. */
    private static final String TOKEN = "gh" + "p_" + "aZ3kQ9xW7vB1nM5cL2dF8gH4jK6pR0tYsEuI";

    private final List<String> log = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final GenerateMojo mojo = new GenerateMojo();

    @TempDir
    Path folder;

    @BeforeEach
    void setUp() {
        mojo.basedir = folder.toFile();
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                log.add(line.toString());
            }

            @Override
            public void error(CharSequence line) {
                errors.add(line.toString());
            }
        });
    }

    @Test
    void skipReadsNothing() throws Exception {
        mojo.skip = true;

        mojo.execute();

        assertThat(log).containsExactly("skipped by dagster-fleet.skip");
    }

    @Test
    void aFormatThatThereIsNotIsTheCallersFault() {
        mojo.format = "sarif";

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("dagster-fleet.format is `sarif`; set it to `text` or `github`");
    }

    @Test
    void folderOutsideAnyWorkspaceIsTheCallersFault() {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasNoCause()
                .hasMessageContaining("environments/base.yaml");
    }

    @Test
    void folderThatIsNoWorkspaceIsNotMadeOneByNamingIt() {
        mojo.workspace = folder.toFile();

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("`" + folder + "` holds no environments/base.yaml; correct dagster-fleet.workspace");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void writesWhatTheCommandWrites() throws Exception {
        Path ours = workspace(folder.resolve("ours"));
        Path theirs = workspace(folder.resolve("theirs"));
        mojo.basedir = ours.resolve("repos").toFile();

        mojo.execute();
        new DagsterFleet(theirs, 1, LocalDate.EPOCH, Progress.SILENT).generate(Request.EVERYTHING);

        assertThat(generated(ours)).isNotEmpty().isEqualTo(generated(theirs));
        assertThat(log).contains("create repos/hello/generated/dev/dagster_cloud.yaml");
    }

    @Test
    void selectsByNamesThatMavenSplitAtCommas() throws Exception {
        Path workspace = workspace(folder);
        mojo.repos = List.of("hello", " ");
        mojo.environments = List.of(" prod ");

        mojo.execute();

        assertThat(generated(workspace).keySet())
                .containsExactly(
                        "repos/hello/generated/manifest.json",
                        "repos/hello/generated/prod/dagster_cloud.yaml",
                        "repos/hello/generated/prod/env_set.json");
    }

    @Test
    void driftFailsTheBuildInOneLine() throws Exception {
        Path workspace = workspace(folder);
        mojo.check = true;

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasNoCause()
                .satisfies(failure -> assertThat(failure.getMessage())
                        .startsWith("1 repo and environments: ")
                        .doesNotContain("\n"));
        assertThat(generated(workspace)).isEmpty();
    }

    @Test
    void whatSomebodyEditedReachesTheLogWithoutControlCharacters() throws Exception {
        Path workspace = workspace(folder);
        mojo.execute();
        Files.writeString(workspace.resolve("repos/hello/generated/dev/env_set.json"), "\u001b[31m\n");
        mojo.check = true;

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
        assertThat(log).contains("  -\\u001b[31m").noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    void aReasonWithASecretIsNotWrittenDown() throws Exception {
        Path workspace = workspace(folder);
        mojo.reason = "replace " + TOKEN;

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("nothing was done");
        assertThat(errors.get(0))
                .isEqualTo("error[policy/secret]: `dagster-fleet.reason` holds what looks like a secret,"
                        + " and would be written down");
        assertThat(errors).noneMatch(line -> line.contains(TOKEN));
        assertThat(generated(workspace)).isEmpty();
    }

    @Test
    void unknownRepoIsTheCallersFault() throws Exception {
        workspace(folder);
        mojo.repos = List.of("helo");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasNoCause()
                .hasMessage("nothing was done: 1 error");
        assertThat(errors).startsWith("error[usage/unknown-repo]: there is no repo `helo`", "help: write `hello`");
    }

    @Test
    void unknownEnvironmentIsTheCallersFault() throws Exception {
        workspace(folder);
        mojo.environments = List.of("nowhere");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasNoCause();
        assertThat(errors)
                .startsWith(
                        "error[usage/unknown-environment]: there is no environment `nowhere`",
                        "help: choose `dev` or `prod`");
    }

    private static Path workspace(Path root) throws IOException {
        Files.createDirectories(root.resolve("environments"));
        Files.createDirectories(root.resolve("repos/hello"));
        Files.writeString(
                root.resolve("environments/base.yaml"),
                """
                format: 1
                organization: acme
                environments: [dev, prod]
                dagster: 1.13.27
                """);
        Files.writeString(
                root.resolve("repos/hello/repo.yaml"),
                """
                agent: serverless
                locations:
                  hello: {code_source: {module_name: hello}}
                """);
        return root;
    }

    private static Map<String, String> generated(Path workspace) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(workspace)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String path = workspace.relativize(file).toString().replace('\\', '/');
                if (path.contains("/generated/")) {
                    files.put(path, Files.readString(file));
                }
            }
        }
        return files;
    }
}
