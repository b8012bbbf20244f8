package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.dagsterfleet.release.Gate;
import io.github.dagsterfleet.release.Move;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Release files that nobody promoted, histories that are not whole, checkouts of every kind: told, and nothing written. */
class HostileReleasesTest {
    private static final String BASE = "environments/base.yaml";
    private static final String RELEASE = "repos/alpha/release.yaml";
    private static final String PROD = "repos/alpha/generated/prod/env_set.json";

    @TempDir
    private Path folder;

    @Test
    void whatIsNoCommitIsToldWhereItStands() {
        GitWorkspace workspace = promoted();
        List<String> releases = List.of(
                "HEAD",
                "main",
                "0123456",
                "-x",
                "--upload-pack=touch x",
                "0123456789ABCDEF0123456789ABCDEF01234567",
                "'0123456789abcdef0123456789abcdef01234567 '",
                "\"0123456789abcdef0123456789abcdef0123456\\n\"",
                "[1]",
                "null",
                "0000000000000000000000000000000000000000");

        for (String release : releases) {
            assertThat(told(pinned(workspace, release))).contains(RELEASE + ":5:14");
        }
    }

    @Test
    void aFileThatNoPromotionWroteIsTold() {
        GitWorkspace workspace = promoted();
        List<String> texts = List.of(
                "",
                "format: 2\nenvironments: {}\n",
                "format: 1\nenvironments: [prod]\n",
                "format: 1\nenvironments: {prod: {release: 1}}\n",
                "format: 1\nenvironments:\n  prod:\n    release: x\n    by: me\n",
                "- a\n",
                "a: b: c\n",
                "\0",
                "<<<<<<< ours\nformat: 1\n=======\nformat: 1\n>>>>>>> theirs\n",
                "<<<<<<< ours\nformat: 1\n",
                "format: 1\nenvironments: {}\n>>>>>>> theirs\n");

        for (String text : texts) {
            assertThat(told(workspace.with(RELEASE, text))).contains(RELEASE);
        }
    }

    @Test
    void aCommitOfAnotherRepositoryHasNoWorkspace() {
        GitWorkspace other = GitWorkspace.in(folder.resolve("other"));
        other.git("rm", "--quiet", "-r", "--cached", ".");
        other.git("commit", "--quiet", "--message", "Nothing");
        GitWorkspace workspace = promoted();
        workspace.git("fetch", "--quiet", other.files().root().toString(), "main");

        assertThat(told(pinned(workspace, other.head())))
                .contains("the commit " + other.head().substring(0, 9) + " has no workspace in this folder");
    }

    @Test
    void aTreeAndATagAreCalledWhatTheyAre() {
        GitWorkspace workspace = promoted();
        String tree = workspace.git("rev-parse", "HEAD^{tree}").strip();
        String commit = workspace.head();
        workspace.git("tag", "--annotate", "--message", "Tag", "v1");
        String tag = workspace.git("rev-parse", "v1").strip();

        assertThat(told(pinned(workspace, tree))).contains(tree.substring(0, 9) + " is a tree, and no commit");
        workspace.git("checkout", "--quiet", RELEASE);
        assertThat(told(pinned(workspace, tag)))
                .contains(tag.substring(0, 9) + " is a tag, and no commit")
                .contains("git rev-parse " + tag + "^{commit}");
        workspace.git("checkout", "--quiet", RELEASE);
        assertThat(pinned(workspace, commit).files().generate().exitCode()).isZero();
    }

    @Test
    void aWorkspaceThatMovedIsNotInTheRelease() throws IOException {
        GitWorkspace workspace = promoted();
        Files.createDirectory(folder.resolve("one/fleet"));
        workspace.git("mv", "environments", "repos", "fleet");
        workspace.commit("Move");

        assertThat(told(workspace.at(folder.resolve("one/fleet")))).contains("has no workspace in this folder");
    }

    @Test
    void aCommitThatARewriteTookAwayIsTold() {
        GitWorkspace workspace = promoted();
        workspace.git("checkout", "--quiet", "--orphan", "fresh");
        workspace.commit("All in one");
        workspace.git("branch", "--quiet", "--move", "--force", "main");
        workspace.git("reflog", "expire", "--expire=now", "--all");
        workspace.git("gc", "--quiet", "--prune=now");

        assertThat(workspace.files().check().exitCode()).isZero();
        assertThat(told(workspace)).contains("[release/missing-commit]");
        workspace.git("checkout", "--quiet", BASE);
        workspace.replace(BASE, "INFO", "WARNING");
        workspace.files().generate();
        workspace.commit("Warning");
        assertThat(workspace.promote("alpha", "prod").exitCode()).isZero();
        assertThat(workspace.files().check().exitCode()).isZero();
    }

    @Test
    void aCommitThatAForcePushTookAwayIsTold() {
        GitWorkspace origin = promoted();
        GitWorkspace clone = origin.cloned(folder.resolve("clone"), "--depth", "1");
        origin.git("checkout", "--quiet", "--orphan", "fresh");
        origin.commit("All in one");
        origin.git("branch", "--quiet", "--move", "--force", "main");
        origin.git("reflog", "expire", "--expire=now", "--all");
        origin.git("gc", "--quiet", "--prune=now");

        assertThat(told(clone)).contains("[release/missing-commit]");
    }

    @Test
    void aWorkspaceMayBeASubmodule() {
        GitWorkspace origin = promoted();
        Path outer = folder.resolve("outer");
        assertThat(outer.toFile().mkdir()).isTrue();
        TestGit git = new TestGit(outer);
        git.run("init", "--quiet");
        git.run(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "--quiet",
                "add",
                origin.files().root().toUri().toString(),
                "fleet");

        promotes(origin.at(outer.resolve("fleet")));
    }

    @Test
    void aWorkspaceMayBeAWorktree() {
        GitWorkspace main = promoted();
        main.git("worktree", "add", "--quiet", folder.resolve("tree").toString(), "-b", "other");

        GitWorkspace tree = main.at(folder.resolve("tree"));
        tree.git("switch", "--quiet", "--detach");
        main.git("switch", "--quiet", "--detach");
        tree.git("switch", "--quiet", "main");

        promotes(tree);
    }

    @Test
    void aShallowCloneMayPromote() {
        promotes(promoted().cloned(folder.resolve("clone"), "--depth", "1"));
    }

    @Test
    void aPartialCloneFetchesWhatItReads() {
        GitWorkspace origin = promoted();
        origin.git("config", "uploadpack.allowFilter", "true");

        promotes(origin.cloned(folder.resolve("clone"), "--filter=blob:none"));
    }

    @Test
    void aPartialCloneWithoutItsOriginIsTold() {
        GitWorkspace origin = promoted();
        origin.git("config", "uploadpack.allowFilter", "true");
        origin.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");
        GitWorkspace clone = origin.cloned(folder.resolve("clone"), "--filter=blob:none");
        clone.git("remote", "set-url", "origin", folder.resolve("gone").toString());

        assertThat(told(clone)).doesNotContain("null").contains("release.yaml");
    }

    @Test
    void aFolderThatCannotBeReadIsNotOneThatIsNotThere() throws IOException {
        GitWorkspace workspace = GitWorkspace.below(Files.createDirectory(folder.resolve("all")), "fleet")
                .promoted("alpha", "prod");
        String root = workspace.git("rev-parse", "HEAD~1^{tree}").strip();
        Path object = folder.resolve("all/.git/objects/" + root.substring(0, 2) + "/" + root.substring(2));
        Files.delete(object);

        assertThat(told(workspace)).contains("[release/no-history]").doesNotContain("has no workspace in this folder");
    }

    @Test
    void aDetachedHeadMayPromoteWhatTheDefaultBranchHas() {
        GitWorkspace workspace = promoted();
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");
        workspace.git("switch", "--quiet", "--detach");

        assertThat(workspace.promote("alpha", "prod").exitCode()).isZero();
        workspace.commit("Promote");
        assertThat(workspace.files().check().exitCode()).isZero();
    }

    @Test
    void aDetachedHeadOfLongAgoHasNothingToPromote() {
        GitWorkspace workspace = promoted();
        workspace.git("switch", "--quiet", "--detach", "HEAD");
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Nowhere");

        assertThat(workspace.promote("alpha", "prod").moves())
                .allMatch(Move::isRefused)
                .allSatisfy(move -> assertThat(move.gates())
                        .anyMatch(gate ->
                                gate.kind() == Gate.Kind.INPUTS && gate.words().endsWith("merge this branch")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "--upload-pack=touch"})
    void aBranchMayBeNamedLikeAnOption(String name) {
        GitWorkspace workspace = promoted();
        workspace.git("update-ref", "refs/heads/" + name, "HEAD");
        workspace.git("update-ref", "refs/remotes/origin/" + name, "HEAD");
        workspace.git("symbolic-ref", "HEAD", "refs/heads/" + name);
        workspace.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/" + name);
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");
        workspace.git("update-ref", "refs/remotes/origin/" + name, workspace.head());

        assertThat(workspace.promote("alpha", "prod").exitCode()).isZero();
        assertThat(workspace.files().read(PROD)).contains("DEBUG");
    }

    @Test
    void aFolderWithoutHistoryIsTold() throws IOException {
        GitWorkspace workspace = promoted();
        Files.move(folder.resolve("one/.git"), folder.resolve("gone"));

        assertThat(told(workspace)).contains("the workspace is in no git repository");
        Files.createDirectory(folder.resolve("one/.git"));
        assertThat(told(workspace)).contains("[release/no-history]");
        Files.delete(folder.resolve("one/.git"));
        Files.writeString(folder.resolve("one/.git"), "gitdir: nowhere\n");
        assertThat(told(workspace)).contains("[release/no-history]");
    }

    @Test
    void aStoreThatCannotBeWrittenIsRead() throws IOException {
        GitWorkspace workspace = promoted();
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");
        Path objects = folder.resolve("one/.git/objects");
        assertThat(objects.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(objects), "this user may write everywhere");

        assertThat(workspace.promote("alpha", "prod").exitCode()).isZero();
        assertThat(objects.toFile().setWritable(true)).isTrue();
    }

    @Test
    void aCommitOfNoDayIsPromotedAllTheSame() {
        GitWorkspace workspace = promoted();
        workspace.replace(BASE, "INFO", "DEBUG").generated();
        workspace.git("add", "--all");
        String tree = workspace.git("write-tree").strip();
        workspace
                .files()
                .with(
                        "../commit",
                        "tree " + tree + "\nparent " + workspace.head()
                                + "\nauthor A <a@b> 999999999999999999 +0000\ncommitter A <a@b> x +0000\n\n");
        String odd = workspace
                .git("hash-object", "-t", "commit", "-w", "--literally", "../commit")
                .strip();
        workspace.git("update-ref", "refs/heads/main", odd);

        assertThat(workspace.promote("alpha", "prod").exitCode()).isZero();
    }

    private GitWorkspace promoted() {
        return GitWorkspace.in(folder.resolve("one")).promoted("alpha", "prod");
    }

    private static GitWorkspace pinned(GitWorkspace workspace, String release) {
        String text = workspace.files().read(RELEASE);
        return workspace.with(RELEASE, text.replaceFirst("release: .*", "release: " + release));
    }

    /** What generate says once it has to look at the release, which writes nothing to that environment. */
    private static String told(GitWorkspace workspace) {
        String before = workspace.files().read(PROD);
        String release = workspace.files().read(RELEASE);
        workspace.with(BASE, workspace.files().read(BASE).replaceFirst("LOG_LEVEL: .*", "LOG_LEVEL: ERROR}"));
        RunReport report = workspace.files().generate();
        assertThat(report.exitCode()).as(DiskWorkspace.findings(report)).isOne();
        assertThat(workspace.files().read(PROD)).isEqualTo(before);
        assertThat(workspace.files().read(RELEASE)).isEqualTo(release);
        Map<String, ?> times = workspace.files().times();
        MoveReport promotion = workspace.promote("alpha", "prod");
        assertThat(promotion.exitCode()).isOne();
        assertThat(workspace.files().times()).isEqualTo(times);
        return DiskWorkspace.findings(report);
    }

    /** Changes something, and promotes that. */
    private static void promotes(GitWorkspace workspace) {
        String before = workspace.files().read(PROD);
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");
        assertThat(workspace.files().read(PROD)).isEqualTo(before);
        workspace.git("update-ref", "refs/remotes/origin/main", "HEAD");
        workspace.promoted("alpha", "prod");
        assertThat(workspace.files().read(PROD)).contains("DEBUG");
        assertThat(workspace.files().check().exitCode()).isZero();
    }
}
