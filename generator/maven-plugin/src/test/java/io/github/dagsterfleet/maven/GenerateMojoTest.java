package io.github.dagsterfleet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GenerateMojoTest {
    private final List<String> log = new ArrayList<>();
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
        });
    }

    @Test
    void skipReadsNothing() throws Exception {
        mojo.skip = true;

        mojo.execute();

        assertThat(log).containsExactly("skipped by dagster-fleet.skip");
    }

    @Test
    void folderOutsideAnyWorkspaceIsTheCallersFault() {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasNoCause()
                .hasMessageContaining("environments/base.yaml");
    }
}
