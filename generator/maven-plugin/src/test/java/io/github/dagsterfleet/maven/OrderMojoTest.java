package io.github.dagsterfleet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the goal from printing an order; what it prints is for the integration test. */
final class OrderMojoTest {
    private final List<String> errors = new ArrayList<>();
    private final OrderMojo mojo = new OrderMojo();

    @TempDir
    Path folder;

    @BeforeEach
    void setUp() throws IOException {
        mojo.basedir = folder.toFile();
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void error(CharSequence line) {
                errors.add(line.toString());
            }
        });
        write(
                "environments/base.yaml",
                """
                format: 1
                organization: acme
                environments: [dev]
                dagster: 1.13.27
                agents: {plus: {platform: serverless}}
                """);
        write("repos/a/repo.yaml", "agent: plus\nneeds: [b]\nlocations: {a: {code_source: {module_name: a}}}\n");
        write("repos/b/repo.yaml", "agent: plus\nneeds: [a]\nlocations: {b: {code_source: {module_name: b}}}\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void reposWithoutAnOrderFailTheBuild() {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("nothing was done");
        assertThat(errors.get(0)).startsWith("error[fleet/need-cycle]: ");
    }

    @Test
    void anUnknownEnvironmentIsTheCallersFault() {
        mojo.environment = "prod";

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("nothing was done");
        assertThat(errors.get(0)).isEqualTo("error[usage/unknown-environment]: there is no environment `prod`");
    }

    @Test
    void aPurposeThatThereIsNotIsTheCallersFault() {
        mojo.purpose = "fun";

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("dagster-fleet.for is `fun`; set it to `deploy`, `rollback` or `removal`");
    }

    @Test
    void aFormatThatThereIsNotIsTheCallersFault() {
        mojo.format = "github";

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("dagster-fleet.format is `github`; set it to `text`, `json` or `mermaid`");
    }
}
