package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.render.TemplateSet;
import io.github.dagsterfleet.source.git.Commit;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.source.git.GitRepository;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where the tree stands in history, and what of it git does not have. */
public final class Standing {
    private final GitRepository git;
    private final Optional<CommitId> head;
    private final Optional<String> branch;
    private final Optional<CommitId> tip;
    private final Optional<CommitId> base;
    private Optional<List<SourcePath>> uncommitted = Optional.empty();

    private Standing(
            GitRepository git,
            Optional<CommitId> head,
            Optional<String> branch,
            Optional<CommitId> tip,
            Optional<CommitId> base) {
        this.git = git;
        this.head = head;
        this.branch = branch;
        this.tip = tip;
        this.base = base;
    }

    /** @throws IOException where git cannot be asked */
    public static Standing of(GitRepository git) throws IOException {
        Optional<CommitId> head = git.head();
        Optional<String> branch = git.defaultBranch();
        Optional<CommitId> tip = branch.isPresent() ? git.commit(branch.get()) : Optional.empty();
        Optional<CommitId> base =
                head.isPresent() && tip.isPresent() ? git.mergeBase(head.get(), tip.get()) : Optional.empty();
        return new Standing(git, head, branch, tip, base);
    }

    /** The commit that is checked out; empty where nothing is committed yet. */
    Optional<CommitId> head() {
        return head;
    }

    /** The default branch as people write it; empty where there is none. */
    Optional<String> branch() {
        return branch.filter(name -> tip.isPresent()).map(name -> name.replaceFirst("^refs/(heads|remotes)/", ""));
    }

    /** The newest commit of the default branch that the tree stands on. */
    Optional<CommitId> base() {
        return base;
    }

    /** Whether the default branch has a commit, as far as history tells: in a shallow clone it may have it all the same. */
    boolean isMerged(CommitId commit) throws IOException {
        return tip.isEmpty() || git.isAncestor(commit, tip.get()).orElse(true);
    }

    /** Whether one commit is known to come before another one. */
    boolean isBefore(CommitId earlier, CommitId later) throws IOException {
        return git.isAncestor(earlier, later).orElse(false);
    }

    /** Whether a commit is another one, or known to come before it. */
    boolean isNotAfter(CommitId commit, CommitId other) throws IOException {
        return commit.equals(other) || isBefore(commit, other);
    }

    /** The one that none of the others is known to come after; empty where there is none at all. */
    Optional<CommitId> newest(Collection<CommitId> commits) throws IOException {
        Optional<CommitId> newest = Optional.empty();
        for (CommitId commit : commits) {
            if (newest.isEmpty() || isBefore(newest.get(), commit)) {
                newest = Optional.of(commit);
            }
        }
        return newest;
    }

    /** What people know a commit by. */
    Optional<Commit> describe(CommitId commit) throws IOException {
        return git.describe(commit);
    }

    /** Which of these files differ from the commit that is checked out. */
    List<SourcePath> uncommitted(Collection<SourcePath> files) throws IOException {
        if (uncommitted.isEmpty()) {
            uncommitted =
                    Optional.of(git.uncommitted(List.of(Workspace.ENVIRONMENTS, Workspace.REPOS, TemplateSet.FOLDER)));
        }
        List<SourcePath> changed = uncommitted.get();
        return files.stream()
                .filter(file -> changed.stream().anyMatch(file::isBelow))
                .sorted()
                .toList();
    }

    GitRepository git() {
        return git;
    }
}
