package io.github.dagsterfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.report.TextReport;
import io.github.dagsterfleet.source.WorkTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders below {@code repos/} whose names only some disks can hold. */
class UnnameableFolderTest {
    private final Findings findings = new Findings();

    @TempDir
    private Path root;

    @BeforeEach
    void onlyWhereDisksAllowSuchNames() {
        assumeFalse(File.separatorChar == '\\', "such names exist on Unix");
    }

    private RepoFolders folders() throws IOException {
        return RepoFolders.of(WorkTree.of(root), findings);
    }

    private void repo(String name) throws IOException {
        Files.createDirectories(root.resolve("repos").resolve(name));
        Files.writeString(root.resolve("repos").resolve(name).resolve("repo.yaml"), "agent: main\n");
    }

    @Test
    void eachIsTold() throws IOException {
        repo("data\tsets");
        repo("data\\sets");
        repo("data\nsets");
        repo("fine");

        assertThat(folders().repos()).containsExactly("fine");
        assertThat(findings.list())
                .allSatisfy(finding ->
                        assertThat(finding.site().path().orElseThrow().value()).isEqualTo("repos/data?sets"))
                .hasSize(3);
    }

    @Test
    void helpNamesAFolderThatCanBeARepo() throws IOException {
        repo("data\tsets");

        folders();

        assertThat(new TextReport(false).print(findings.list()))
                .isEqualTo(
                        """
                        error[fleet/stray-file]: nothing reads the folder `data\\tsets`: its name holds a backslash or a character that no screen shows
                         --> repos/data?sets
                        help: rename it, to `data-sets` for example

                        1 error in 1 file
                        """);
    }

    @Test
    void filesOfSuchNamesAreNobodysBusiness() throws IOException {
        repo("fine");
        Files.writeString(root.resolve("repos").resolve("a\tnote"), "mine");

        folders();

        assertThat(findings.list()).isEmpty();
    }
}
