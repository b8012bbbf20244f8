package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.source.DeepFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A folder that cannot be looked into is a finding at that folder, and stops no more than it has to. */
@EnabledOnOs(OS.LINUX)
class UnreadableFolderTest {
    private static final String FILE = DeepFolder.NAME + "/x.yaml";

    @TempDir
    private Path temp;

    @Test
    void aRepoStaysAsItIsAndTheOthersLand() throws IOException {
        assertFindings("repos/alpha/" + FILE, "repos/alpha");
        assertThat(generated("alpha")).isFalse();
        assertThat(generated("beta")).isTrue();
    }

    @Test
    void theFolderOfOverlaysStopsItsRepo() throws IOException {
        assertFindings("repos/alpha/overlays/" + FILE, "repos/alpha/overlays");
        assertThat(generated("alpha")).isFalse();
        assertThat(generated("beta")).isTrue();
    }

    @Test
    void theFolderOfAllReposStopsAll() throws IOException {
        assertFindings("repos/" + FILE, "repos");
        assertThat(generated("beta")).isFalse();
    }

    @Test
    void theFolderOfProfilesStopsAllAndNoProfileIsCalledUnknown() throws IOException {
        workspace().append("repos/alpha/repo.yaml", "profiles: [gpu]\n");
        assertFindings("environments/profiles/" + FILE, "environments/profiles");
        assertThat(generated("beta")).isFalse();
    }

    @Test
    void aFolderOfTemplatesStopsAll() throws IOException {
        assertFindings("templates/repo/" + FILE, "templates/repo");
        assertThat(generated("beta")).isFalse();
    }

    @Test
    void aRepoIsToldAlsoWhenItIsAskedForByName() throws IOException {
        workspace().with("repos/alpha/" + FILE, "");
        try (DeepFolder deep = DeepFolder.of(root())) {
            Request alpha = new Request(List.of("alpha"), List.of(), List.of(), false);
            RunReport report = DiskWorkspace.empty(deep.path()).fleet().generate(alpha);
            assertThat(DiskWorkspace.codes(report)).containsExactly("source/unreadable repos/alpha");
        }
    }

    private void assertFindings(String file, String place) throws IOException {
        workspace().with(file, "");
        try (DeepFolder deep = DeepFolder.of(root())) {
            RunReport report = DiskWorkspace.empty(deep.path()).generate();
            assertThat(DiskWorkspace.codes(report)).containsExactly("source/unreadable " + place);
            assertThat(report.exitCode()).isEqualTo(ExitCode.FINDINGS);
        }
    }

    private Path root() {
        return temp.resolve("workspace");
    }

    private DiskWorkspace workspace() {
        DiskWorkspace there = DiskWorkspace.empty(root());
        return there.has("environments/base.yaml") ? there : DiskWorkspace.ofTwoRepos(root());
    }

    private boolean generated(String repo) {
        return workspace().has("repos/" + repo + "/generated/manifest.json");
    }
}
