package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.release.ReleaseFile;
import io.github.dagsterfleet.release.ReleaseFiles;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.source.git.GitRepository;
import io.github.dagsterfleet.source.git.GitTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Two commits of the workspace, each looked at as if an environment rendered from it. */
record ReleaseRange(End before, End after) {
    private static final String BETWEEN = "..";

    /** One of the two. */
    record End(CommitId commit, GitTree tree) {
        /** The release files as they would be; a repo that the commit does not have has no release. */
        SourceEdits files(Parts parts, Collection<String> repos, String environment) {
            ReleaseFiles now = new ReleaseFiles(parts.sources(), parts.shapes());
            RepoReader then = new WorkspaceReader(tree, parts.shapes()).repos();
            List<ReleaseFile> files = new ArrayList<>();
            for (String repo : repos) {
                now.read(repo, new Findings())
                        .map(file -> file.asIf(environment, then.exists(repo) ? Optional.of(commit) : Optional.empty()))
                        .ifPresent(files::add);
            }
            return SourceEdits.ofFiles(files);
        }
    }

    /** Empty, with findings, where the text is no range or names what git does not know. */
    static Optional<ReleaseRange> of(String text, GitRepository git, Findings findings) throws IOException {
        int between = text.indexOf(BETWEEN);
        if (between <= 0 || text.contains("...")) {
            findings.add(
                    Finding.of(FindingCode.USAGE_ARGUMENTS, "`--release` is `" + text + "`")
                            .help(
                                    "write two commits, as in `--release v1..v2`, or `--release v1..` up to the one checked out"));
            return Optional.empty();
        }
        String last = text.substring(between + BETWEEN.length());
        Optional<End> before = end(text.substring(0, between), git, findings);
        Optional<End> after = end(last.isEmpty() ? "HEAD" : last, git, findings);
        return before.flatMap(from -> after.map(to -> new ReleaseRange(from, to)));
    }

    private static Optional<End> end(String revision, GitRepository git, Findings findings) throws IOException {
        Optional<CommitId> commit = git.commit(revision);
        if (commit.isEmpty()) {
            findings.add(Finding.of(FindingCode.USAGE_ARGUMENTS, "git knows no commit `" + revision + "`")
                    .help("name a commit, a tag or a branch, or fetch it first"));
            return Optional.empty();
        }
        Optional<GitTree> tree = git.tree(commit.get());
        if (tree.isEmpty()) {
            findings.add(Finding.of(
                            FindingCode.USAGE_ARGUMENTS,
                            "the commit " + commit.get().shown() + " has no workspace in this folder")
                    .help("name one that has it"));
        }
        return tree.map(files -> new End(commit.get(), files));
    }

    String words(String environment) {
        return environment + ": " + before.commit().shown() + " -> "
                + after.commit().shown();
    }
}
