package io.github.dagsterfleet;

import static io.github.dagsterfleet.RingWorkspace.note;
import static io.github.dagsterfleet.RingWorkspace.pinned;
import static io.github.dagsterfleet.RingWorkspace.withBuildsAlone;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What repos build with stays as another version of the tool made it. */
class RingSkewTest {
    @TempDir
    private Path folder;

    @Test
    void anotherVersionOfTheToolChangesNothingUntilItIsAccepted() {
        GitWorkspace workspace = pinned(folder)
                .madeOtherwise("alpha", "dev/mark.txt", text -> "uno\n")
                .madeOtherwise("beta", "all/note.txt", text -> "uno\n");

        RunReport report = workspace.fleet("9.0.0").generate(Request.EVERYTHING);

        assertThat(DiskWorkspace.codes(report)).containsExactly("release/tool-changed repos/alpha/release.yaml");
        assertThat(report.findings().get(0).message()).contains("2 files of 2 repos in `all`");
        assertThat(workspace.files().read("repos/alpha/generated/dev/mark.txt")).isEqualTo("uno\n");
        assertThat(note(workspace, "beta")).isEqualTo("uno\n");
        workspace.commit("Upgrade");
        assertThat(workspace.accept("9.0.0", "beta", "all").next())
                .containsExactly("dagster-fleet promote --ring canary all --same-release");
        assertThat(workspace.accept("9.0.0", "alpha", "all").exitCode()).isZero();
        assertThat(workspace.files().read("repos/alpha/generated/dev/mark.txt")).isEqualTo("one\n");
        assertThat(workspace.commit("Accept").accept("9.0.0", "beta", "all").exitCode())
                .isZero();
        assertThat(DiskWorkspace.codes(workspace.fleet("9.0.0").check(Request.EVERYTHING)))
                .isEmpty();
    }

    @Test
    void anotherVersionOfTheToolWaitsInARunOverOneEnvironmentToo() {
        GitWorkspace workspace = pinned(folder).madeOtherwise("alpha", "dev/mark.txt", text -> "uno\n");

        RunReport report = workspace.fleet("9.0.0").generate(new Request(List.of(), List.of("dev"), List.of(), false));

        assertThat(DiskWorkspace.codes(report)).containsExactly("release/tool-changed repos/alpha/release.yaml");
        assertThat(workspace.files().read("repos/alpha/generated/dev/mark.txt")).isEqualTo("uno\n");
    }

    @Test
    void anotherVersionOfTheToolWaitsWhereNoEnvironmentRendersFromAReleaseToo() {
        GitWorkspace workspace = withBuildsAlone(folder).madeOtherwise("alpha", "all/note.txt", text -> "uno\n");

        RunReport report = workspace.fleet("9.0.0").generate(Request.EVERYTHING);

        assertThat(DiskWorkspace.codes(report)).containsExactly("release/tool-changed repos/alpha/release.yaml");
        assertThat(note(workspace, "alpha")).isEqualTo("uno\n");
    }
}
