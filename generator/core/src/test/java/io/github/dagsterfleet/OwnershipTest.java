package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dagsterfleet.change.ChangeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who owns a file, and what happens to it. */
class OwnershipTest {
    private static final String ALPHA = "repos/alpha/generated/dev/dagster_cloud.yaml";
    private static final String BETA = "repos/beta/generated/dev/dagster_cloud.yaml";
    private static final String MANIFEST = "repos/alpha/generated/manifest.json";

    @TempDir
    private Path temp;

    private DiskWorkspace workspace() {
        return DiskWorkspace.ofTwoRepos(temp.resolve("workspace")).generated();
    }

    /** The same after a change that every repo's files show. */
    private static DiskWorkspace changed(DiskWorkspace workspace) {
        return workspace.append("environments/base.yaml", "defaults: {env: {LEVEL: high}}\n");
    }

    @Test
    void editedFileStaysWithItsWholeRepoWhileOthersLand() {
        DiskWorkspace workspace = changed(workspace()).append(ALPHA, "# mine\n");
        Map<String, byte[]> before = workspace.allFiles();

        RunReport report = workspace.generate();

        assertThat(report.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(DiskWorkspace.codes(report)).containsExactly("change/hand-edited " + ALPHA);
        assertThat(DiskWorkspace.changes(report, ChangeKind.UPDATE))
                .isNotEmpty()
                .allMatch(path -> path.startsWith("repos/beta/"));
        assertThat(workspace.allFiles()).allSatisfy((path, content) -> {
            if (path.startsWith("repos/alpha/")) {
                assertThat(content).isEqualTo(before.get(path));
            }
        });
    }

    @Test
    void discardTakesTheGeneratedBytes() {
        DiskWorkspace workspace = workspace();
        String ours = workspace.read(ALPHA);
        workspace.append(ALPHA, "# mine\n");

        RunReport report = workspace.discard();

        assertThat(DiskWorkspace.changes(report)).containsExactly("update " + ALPHA);
        assertThat(workspace.read(ALPHA)).isEqualTo(ours);
        assertThat(workspace.check().exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void checkNamesEachEditedFile() {
        DiskWorkspace workspace = workspace().append(ALPHA, "# mine\n").append(BETA, "# mine\n");

        assertThat(DiskWorkspace.codes(workspace.check()))
                .containsExactly("change/hand-edited " + ALPHA, "change/hand-edited " + BETA);
    }

    @Test
    void undoneEditIsNoEdit() {
        DiskWorkspace workspace = workspace();
        String ours = workspace.read(ALPHA);
        workspace.append(ALPHA, "# mine\n").generate();
        workspace.with(ALPHA, ours);

        assertThat(DiskWorkspace.findings(workspace.generate())).isEmpty();
    }

    @Test
    void foreignFileInOurPlaceStays() {
        DiskWorkspace workspace = DiskWorkspace.ofTwoRepos(temp).with(ALPHA, "mine: true\n");

        RunReport report = workspace.generate();

        assertThat(DiskWorkspace.codes(report)).containsExactly("change/unmanaged " + ALPHA);
        assertThat(workspace.read(ALPHA)).isEqualTo("mine: true\n");
        assertThat(workspace.has(MANIFEST)).isFalse();
        assertThat(workspace.has(BETA)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"repos/alpha/generated", "repos/alpha/generated/dev"})
    void fileInPlaceOfFolderConcernsItsRepoAlone(String file) {
        DiskWorkspace workspace = DiskWorkspace.ofTwoRepos(temp).with(file, "mine\n");

        RunReport report = workspace.generate();

        assertThat(report.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(DiskWorkspace.codes(report)).containsExactly("change/unmanaged " + file);
        assertThat(workspace.read(file)).isEqualTo("mine\n");
        assertThat(workspace.has(MANIFEST)).isFalse();
        assertThat(workspace.has(BETA)).isTrue();
    }

    @Test
    void fileInPlaceOfFolderThatWasOursIsNotOverwritten() {
        DiskWorkspace workspace = workspace();
        workspace.generatedFiles().keySet().stream()
                .filter(file -> file.startsWith("repos/alpha/generated/dev/"))
                .forEach(workspace::delete);
        workspace.delete("repos/alpha/generated/dev").with("repos/alpha/generated/dev", "mine\n");

        assertThat(DiskWorkspace.codes(workspace.check()))
                .containsExactly("change/unmanaged repos/alpha/generated/dev");
        assertThat(DiskWorkspace.changes(workspace.discard())).containsExactly("unmanaged repos/alpha/generated/dev");
    }

    @Test
    void fileInPlaceOfTheEnvironmentsFolderConcernsNoRepo() {
        DiskWorkspace workspace = DiskWorkspace.ofTwoRepos(temp).with("environments/generated", "mine\n");

        assertThat(DiskWorkspace.codes(workspace.generate()))
                .containsExactly("change/unmanaged environments/generated");
        assertThat(workspace.has(ALPHA)).isTrue();
    }

    @Test
    void ourOwnFileMakesRoomForAFolder() {
        DiskWorkspace workspace = DiskWorkspace.ofTwoRepos(temp)
                .with("templates/repo/owners.ftl", "* @acme/all\n")
                .generated();
        workspace.delete("templates/repo/owners.ftl").with("templates/repo/owners/all.ftl", "* @acme/all\n");

        workspace.generated();

        assertThat(workspace.has("repos/alpha/generated/all/owners/all")).isTrue();
    }

    @Test
    void foreignFileBesideOursIsNoneOfOurBusiness() {
        DiskWorkspace workspace = workspace().with("repos/alpha/generated/dev/NOTES.md", "mine\n");

        assertThat(workspace.check().exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void equalFileThatNobodyRecordedIsTakenIn() {
        DiskWorkspace workspace = workspace();
        String manifest = workspace.read(MANIFEST);
        workspace.delete(MANIFEST);

        RunReport report = workspace.generate();

        assertThat(DiskWorkspace.findings(report)).isEmpty();
        assertThat(DiskWorkspace.changes(report)).isEmpty();
        assertThat(workspace.read(MANIFEST)).isEqualTo(manifest);
    }

    @Test
    void missingManifestIsDrift() {
        DiskWorkspace workspace = workspace().delete(MANIFEST);

        assertThat(DiskWorkspace.codes(workspace.check())).containsExactly("change/drift " + MANIFEST);
    }

    @Test
    void removedTemplateTakesItsFilesWithIt() {
        DiskWorkspace workspace = DiskWorkspace.ofTwoRepos(temp)
                .with("templates/repo/CODEOWNERS.ftl", "* @acme/all\n")
                .generated();
        workspace.delete("templates/repo/CODEOWNERS.ftl");

        RunReport report = workspace.generate();

        assertThat(DiskWorkspace.changes(report))
                .containsExactly(
                        "orphan repos/alpha/generated/all/CODEOWNERS", "orphan repos/beta/generated/all/CODEOWNERS");
        assertThat(workspace.has("repos/alpha/generated/all/CODEOWNERS")).isFalse();
        assertThat(workspace.check().exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void droppedEnvironmentTakesItsFilesWithIt() {
        DiskWorkspace workspace = workspace();
        workspace.with(
                "environments/base.yaml",
                workspace.read("environments/base.yaml").replace("[dev, prod]", "[dev]"));

        RunReport report = workspace.generate();

        assertThat(report.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(DiskWorkspace.changes(report, ChangeKind.ORPHAN))
                .contains("repos/alpha/generated/prod/dagster_cloud.yaml", "repos/beta/generated/prod/env_set.json");
        assertThat(workspace.has("repos/alpha/generated/prod")).isFalse();
        assertThat(workspace.read(MANIFEST)).doesNotContain("prod/");
    }

    @Test
    void deletedRepoTakesItsFilesWithIt() {
        DiskWorkspace workspace = workspace().delete("repos/alpha/repo.yaml");

        assertThat(DiskWorkspace.changes(workspace.check(), ChangeKind.ORPHAN)).contains(ALPHA);
        RunReport report = workspace.generate();

        assertThat(DiskWorkspace.findings(report)).isEmpty();
        assertThat(DiskWorkspace.changes(report, ChangeKind.ORPHAN)).contains(ALPHA);
        assertThat(workspace.has("repos/alpha")).isFalse();
        assertThat(workspace.has(BETA)).isTrue();
    }

    @Test
    void deletedRepoWithoutManifestProvesNothing() {
        DiskWorkspace workspace = workspace().delete("repos/alpha/repo.yaml").delete(MANIFEST);

        RunReport report = workspace.generate();

        assertThat(DiskWorkspace.changes(report)).isEmpty();
        assertThat(workspace.has(ALPHA)).isTrue();
    }

    @Test
    void editedOrphanStaysWithItsWholeRepo() {
        DiskWorkspace workspace = workspace().delete("repos/alpha/repo.yaml").append(ALPHA, "# mine\n");

        RunReport report = workspace.generate();

        assertThat(DiskWorkspace.codes(report)).containsExactly("change/hand-edited " + ALPHA);
        assertThat(workspace.read(ALPHA)).endsWith("# mine\n");
        assertThat(workspace.has("repos/alpha/generated/prod/dagster_cloud.yaml"))
                .isTrue();
        assertThat(DiskWorkspace.changes(workspace.discard(), ChangeKind.ORPHAN))
                .contains(ALPHA);
        assertThat(workspace.has("repos/alpha")).isFalse();
    }

    @Test
    void fileOfARepoWithErrorsStaysAsItWas() {
        DiskWorkspace workspace = changed(workspace()).append("repos/alpha/repo.yaml", "nonsense: true\n");
        String before = workspace.read(ALPHA);

        RunReport report = workspace.generate();

        assertThat(DiskWorkspace.codes(report)).containsExactly("schema/unknown-key repos/alpha/repo.yaml");
        assertThat(workspace.read(ALPHA)).isEqualTo(before);
        assertThat(DiskWorkspace.changes(report)).isNotEmpty().noneMatch(change -> change.contains("repos/alpha/"));
    }

    @Test
    void errorInASharedFileStopsEverything() {
        DiskWorkspace workspace = changed(workspace()).with("environments/dev.yaml", "deploymnt: dev\n");
        Map<String, byte[]> before = workspace.allFiles();

        assertThat(workspace.generate().exitCode()).isEqualTo(ExitCode.FINDINGS);

        assertThat(workspace.allFiles()).containsExactlyEntriesOf(before);
    }

    @Test
    void unfinishedMergeOfAManifestIsReadAsBothSides() {
        DiskWorkspace workspace = workspace();
        String ours = workspace.read(MANIFEST);
        changed(workspace).generated();
        String theirs = workspace.read(MANIFEST);
        workspace.with(MANIFEST, "<<<<<<< ours\n" + ours + "=======\n" + theirs + ">>>>>>> theirs\n");

        assertThat(DiskWorkspace.codes(workspace.check())).containsExactly("change/drift " + MANIFEST);
        assertThat(DiskWorkspace.findings(workspace.generate())).isEmpty();
        assertThat(workspace.read(MANIFEST)).isEqualTo(theirs);
    }

    @Test
    void bothSidesOfAnUnfinishedMergeAreOurBytes() {
        DiskWorkspace workspace = workspace();
        String ours = workspace.read(MANIFEST);
        String file = workspace.read(ALPHA.replace("dagster_cloud.yaml", "env_set.json"));
        changed(workspace).generated();
        workspace
                .with(MANIFEST, "<<<<<<< ours\n" + ours + "=======\n" + workspace.read(MANIFEST) + ">>>>>>> theirs\n")
                .with(ALPHA.replace("dagster_cloud.yaml", "env_set.json"), file);

        assertThat(DiskWorkspace.findings(workspace.generate())).isEmpty();
        assertThat(workspace.check().exitCode()).isEqualTo(ExitCode.DONE);
    }

    /** A run for one environment writes the manifest of the whole repo. */
    @Test
    void unfinishedMergeSurvivesARunThatSpeaksOfSomethingElse() {
        String prod = "repos/alpha/generated/prod/env_set.json";
        DiskWorkspace workspace = workspace();
        for (String level : List.of("high", "low", "middle")) {
            String before = workspace.read(MANIFEST);
            String file = workspace.read(prod);
            workspace
                    .append("repos/alpha/repo.yaml", "# another\n")
                    .with(
                            "environments/prod.yaml",
                            "defaults: {env: {LEVEL: {value: " + level + ", required: false}}}\n")
                    .generated();
            workspace
                    .with(MANIFEST, "<<<<<<< ours\n" + before + "=======\n" + workspace.read(MANIFEST) + ">>>>>>> x\n")
                    .with(prod, file);

            workspace.fleet().generate(new Request(List.of("alpha"), List.of("dev"), List.of(), false));

            assertThat(DiskWorkspace.findings(workspace.generate())).isEmpty();
        }
    }

    @Test
    void unfinishedMergeOfAGeneratedFileIsMadeAgain() {
        DiskWorkspace workspace = workspace();
        String ours = workspace.read(ALPHA);
        workspace.with(ALPHA, "<<<<<<< ours\n" + ours + "=======\nlocations: []\n>>>>>>> theirs\n");

        RunReport report = workspace.generate();

        assertThat(DiskWorkspace.findings(report)).isEmpty();
        assertThat(DiskWorkspace.changes(report)).containsExactly("update " + ALPHA);
        assertThat(workspace.read(ALPHA)).isEqualTo(ours);
    }

    @Test
    void manifestWithCarriageReturnsIsReadAsAnyOther() {
        DiskWorkspace workspace = workspace();
        workspace.with(MANIFEST, workspace.read(MANIFEST).replace("\n", "\r\n"));

        assertThat(workspace.check().exitCode()).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../repo.yaml", "/etc/passwd", "a/../../x", "C:/x", "dev//x", "./x"})
    void manifestClaimsNothingOutsideOfItsFolder(String path) {
        DiskWorkspace workspace = changed(workspace());
        workspace.with(
                MANIFEST,
                workspace
                        .read(MANIFEST)
                        .replaceFirst("\\{\n {4}", "{\n    \"" + path + "\": \"" + "0".repeat(64) + "\",\n    "));
        Map<String, byte[]> before = workspace.allFiles();

        RunReport report = workspace.generate();

        assertThat(DiskWorkspace.codes(report)).containsExactly("change/manifest-path " + MANIFEST);
        assertThat(workspace.allFiles()).allSatisfy((file, content) -> {
            if (file.startsWith("repos/alpha/")) {
                assertThat(content).isEqualTo(before.get(file));
            }
        });
    }

    @Test
    void manifestOfANewerToolIsLeftToThatTool() {
        DiskWorkspace workspace = workspace();
        workspace.with(MANIFEST, workspace.read(MANIFEST).replaceFirst("\"tool\": \"[^\"]*\"", "\"tool\": \"99.0.0\""));

        RunReport report = workspace.generate();

        assertThat(DiskWorkspace.codes(report)).containsExactly("change/manifest-version " + MANIFEST);
    }

    @Test
    void manifestOfAnOlderToolIsBroughtUpToDate() {
        DiskWorkspace workspace = workspace();
        String manifest = workspace.read(MANIFEST);
        workspace.with(MANIFEST, manifest.replaceFirst("\"tool\": \"[^\"]*\"", "\"tool\": \"0.0.1\""));

        assertThat(DiskWorkspace.codes(workspace.check())).containsExactly("change/drift " + MANIFEST);
        assertThat(DiskWorkspace.findings(workspace.generate())).isEmpty();
        assertThat(workspace.read(MANIFEST)).isEqualTo(manifest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]\n",
                "not json",
                "{\"format\": 1}\n",
                "{\n  \"format\": 2,\n  \"files\": {}\n}\n",
                "\u0000",
                "{\n  \"format\": 99999999999999999999,\n  \"files\": {}\n}\n"
            })
    void whatIsNoManifestStopsItsRepoAlone(String text) {
        DiskWorkspace workspace = changed(workspace()).with(MANIFEST, text);

        RunReport report = workspace.generate();

        assertThat(report.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(DiskWorkspace.codes(report))
                .hasSize(1)
                .allMatch(code -> code.startsWith("change/manifest") && code.endsWith(MANIFEST));
        assertThat(DiskWorkspace.changes(report, ChangeKind.UPDATE)).contains("repos/beta/generated/dev/env_set.json");
        assertThat(workspace.read(MANIFEST)).isEqualTo(text);
    }

    @Test
    void linkedFolderThatLeadsOutIsNotWrittenTo() throws IOException {
        Path outside = Files.createDirectory(temp.resolve("outside"));
        DiskWorkspace workspace = DiskWorkspace.ofTwoRepos(temp.resolve("workspace"));
        Files.createSymbolicLink(workspace.path("repos/alpha/generated"), outside);

        RunReport report = workspace.generate();

        assertThat(report.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(DiskWorkspace.codes(report)).isNotEmpty().allMatch(code -> code.contains("outside-workspace"));
        assertThat(DiskWorkspace.files(outside, path -> true)).isEmpty();
        assertThat(workspace.has(BETA)).isTrue();
    }

    @Test
    void linkedFileThatLeadsOutIsNotWrittenThrough() throws IOException {
        Path outside = Files.writeString(temp.resolve("outside.yaml"), "mine: true\n");
        DiskWorkspace workspace = changed(workspace()).delete(ALPHA);
        Files.createSymbolicLink(workspace.path(ALPHA), outside);

        RunReport report = workspace.generate();

        assertThat(report.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(outside).hasContent("mine: true\n");
    }

    @Test
    void linkedFolderWithinTheWorkspaceIsAFolder() throws IOException {
        DiskWorkspace workspace = DiskWorkspace.ofTwoRepos(temp);
        Files.createDirectories(workspace.path("elsewhere"));
        Files.createSymbolicLink(workspace.path("repos/alpha/generated"), workspace.path("elsewhere"));

        assertThat(DiskWorkspace.findings(workspace.generate())).isEmpty();
        assertThat(workspace.has("elsewhere/dev/dagster_cloud.yaml")).isTrue();
        assertThat(workspace.check().exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void readOnlyFolderIsAFailureThatLosesNothing() throws IOException {
        DiskWorkspace workspace = changed(workspace());
        Path folder = workspace.path("repos/alpha/generated/dev");
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Map<String, byte[]> before = workspace.allFiles();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeTrue(!Files.isWritable(folder), "nothing is read-only to this user");

            RunReport report = workspace.generate();

            assertThat(report.exitCode()).isEqualTo(ExitCode.FAILURE);
            assertThat(DiskWorkspace.codes(report)).hasSize(1).allMatch(code -> code.startsWith("change/write-failed"));
            assertThat(workspace.allFiles().keySet()).isEqualTo(before.keySet());
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertThat(DiskWorkspace.findings(workspace.generate())).isEmpty();
    }

    @Test
    void folderInPlaceOfAFileIsAFinding() {
        DiskWorkspace workspace = workspace().delete(ALPHA).with(ALPHA + "/mine.txt", "mine\n");

        RunReport report = workspace.generate();

        assertThat(report.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(DiskWorkspace.codes(report)).containsExactly("source/unreadable " + ALPHA);
        assertThat(workspace.has(ALPHA + "/mine.txt")).isTrue();
    }

    @Test
    void pathsThatOneDiskTakesForOneFileAreRefused() {
        DiskWorkspace workspace = DiskWorkspace.ofTwoRepos(temp)
                .with("templates/repo/CODEOWNERS.ftl", "* @acme/all\n")
                .with("templates/repo/CodeOwners.ftl", "* @acme/all\n");

        RunReport report = workspace.generate();

        assertThat(report.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(DiskWorkspace.codes(report)).isNotEmpty().allMatch(code -> code.startsWith("render/same-path"));
        assertThat(workspace.has(BETA)).isFalse();
    }

    @Test
    void localStateNeverReachesGit() {
        DiskWorkspace workspace = workspace();

        assertThat(DiskWorkspace.files(workspace.path(".dagster-fleet"), path -> true)
                        .keySet())
                .isEqualTo(Set.of(".gitignore", "lock"));
        assertThat(workspace.read(".dagster-fleet/.gitignore")).isEqualTo("*\n");
    }

    @Test
    void checkWritesNothingAtAll() {
        DiskWorkspace workspace = DiskWorkspace.ofTwoRepos(temp);
        Set<String> before = DiskWorkspace.files(temp, path -> true).keySet();

        assertThat(workspace.check().exitCode()).isEqualTo(ExitCode.FINDINGS);

        assertThat(DiskWorkspace.files(temp, path -> true).keySet()).isEqualTo(before);
    }
}
