package io.github.dagsterfleet.source.git;

import io.github.dagsterfleet.source.git.Git.Answer;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The git repository that holds a workspace. Safe for use by several threads; to be closed. */
public final class GitRepository implements AutoCloseable {
    private static final String ORIGIN = "refs/remotes/origin/";

    private final Git git;
    private final String prefix;
    private final GitObjects objects;
    private final TreeObjects trees;
    /** What was asked before: branches stay where they are while somebody reads from here, and many repos ask the same. */
    private final Map<List<String>, Answer> known = new ConcurrentHashMap<>();

    private GitRepository(Git git, String prefix, boolean sha256) {
        this.git = git;
        this.prefix = prefix;
        this.objects = new GitObjects(git);
        this.trees = new TreeObjects(objects, sha256 ? 32 : 20);
    }

    /**
     * The repository around a workspace.
     *
     * @throws IOException which says in one clause why there is none: no git, no repository, one that git does not trust
     */
    public static GitRepository around(Path workspace) throws IOException {
        Git git = new Git(workspace);
        Answer answer;
        try {
            answer = git.run("rev-parse", "--show-object-format", "--show-prefix");
        } catch (IOException noGit) {
            throw new IOException("git cannot be run here", noGit);
        }
        if (!answer.isGood()) {
            throw new IOException(reason(answer.error()));
        }
        String[] lines = answer.text().split("\n", -1);
        return new GitRepository(git, lines.length > 1 ? lines[1] : "", lines[0].equals("sha256"));
    }

    private static String reason(String error) {
        if (error.contains("dubious ownership")) {
            return "git does not trust the folder, which belongs to another user";
        }
        return error.contains("not a git repository")
                ? "the workspace is in no git repository"
                : "git says: " + error.lines().findFirst().orElse("nothing");
    }

    /** A question about commits, which has the same answer every time. */
    private Answer ask(String... arguments) throws IOException {
        List<String> question = List.of(arguments);
        Answer answer = known.get(question);
        if (answer == null) {
            answer = git.run(arguments);
            known.put(question, answer);
        }
        return answer;
    }

    /** The commit that is checked out; empty where there is none yet. */
    public Optional<CommitId> head() throws IOException {
        return commit("HEAD");
    }

    /**
     * The commit that a person means.
     *
     * @param revision a branch, a tag, an id or the beginning of one; never taken for an option
     */
    public Optional<CommitId> commit(String revision) throws IOException {
        Answer answer = ask("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        return answer.isGood() ? Optional.of(new CommitId(answer.text())) : Optional.empty();
    }

    /**
     * The branch from which releases are made: what {@code origin/HEAD} stands for, else {@code main}, that of origin
     * before the local one.
     */
    public Optional<String> defaultBranch() throws IOException {
        Answer head = ask("symbolic-ref", "--quiet", ORIGIN + "HEAD");
        List<String> candidates = new ArrayList<>();
        if (head.isGood()) {
            candidates.add(head.text());
        }
        candidates.addAll(List.of(ORIGIN + "main", "refs/heads/main"));
        for (String candidate : candidates) {
            if (ask("rev-parse", "--verify", "--quiet", candidate).isGood()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Whether the first commit is the second, or came before it; empty where the history that is here cannot tell. */
    public Optional<Boolean> isAncestor(CommitId earlier, CommitId later) throws IOException {
        Answer answer = ask("merge-base", "--is-ancestor", earlier.value(), later.value());
        boolean told = answer.isGood() || (answer.exitCode() == 1 && !isShallow());
        return told ? Optional.of(answer.isGood()) : Optional.empty();
    }

    private boolean isShallow() throws IOException {
        return ask("rev-parse", "--is-shallow-repository").text().equals("true");
    }

    /** The newest commit that both come from. */
    public Optional<CommitId> mergeBase(CommitId one, CommitId other) throws IOException {
        Answer answer = ask("merge-base", one.value(), other.value());
        return answer.isGood() ? Optional.of(new CommitId(answer.text())) : Optional.empty();
    }

    /** What people know a commit by; empty where it is not here. */
    public Optional<Commit> describe(CommitId id) throws IOException {
        Answer answer = ask("log", "-1", "--format=%as%x00%s", id.value());
        if (!answer.isGood() || answer.out().isEmpty()) {
            return Optional.empty();
        }
        String[] parts = answer.text().split("\0", 2);
        return Optional.of(new Commit(id, LocalDate.parse(parts[0]), parts.length > 1 ? parts[1] : ""));
    }

    /**
     * The files of a commit that is here; empty where it has no folder in which the workspace is now.
     *
     * @throws IOException where git cannot tell whether it has
     */
    public Optional<GitTree> tree(CommitId id) throws IOException {
        GitObject commit = commitObject(id).orElseThrow(() -> new IOException("there is no commit " + id));
        String head = new String(commit.bytes(), StandardCharsets.US_ASCII);
        GitTree all = new GitTree(trees, id, head.substring("tree ".length(), head.indexOf('\n')));
        if (prefix.isEmpty()) {
            return Optional.of(all);
        }
        SourcePath folder = new SourcePath(prefix.substring(0, prefix.length() - 1));
        return all.folder(folder).map(root -> new GitTree(trees, id, root));
    }

    /** The commits that changed a file, from the one that is checked out backwards, the newest first. */
    public List<CommitId> changes(SourcePath file) throws IOException {
        Answer answer = git.run("log", "-z", "--format=%H", "--full-history", "--", ":(literal)" + file);
        return answer.isGood() ? answer.records().stream().map(CommitId::new).toList() : List.of();
    }

    /**
     * The folders that were in a folder once and held a file, each with the newest commit that has it so. Only commits from
     * the one that is checked out along the first parents count: what came and went on a branch was never here.
     *
     * @param wanted the names to look for: those that are gone
     */
    public Map<String, CommitId> former(SourcePath folder, String file, Predicate<String> wanted) throws IOException {
        // Git compares no more than two trees a commit for this, and would compare all that is in them to tell which
        // files went.
        Answer log = git.run("log", "-z", "--first-parent", "--format=%H", "--", ":(literal)" + folder);
        Predicate<String> nameable = SourcePath::isValid;
        FormerFolders former = new FormerFolders(trees, nameable.and(wanted), file);
        for (String record : log.isGood() ? log.records() : List.<String>of()) {
            CommitId commit = new CommitId(record);
            Optional<GitTree> files = tree(commit);
            Optional<String> there = files.isPresent() ? files.get().folder(folder) : Optional.empty();
            if (there.isPresent()) {
                former.look(commit, there.get());
            }
        }
        return former.found();
    }

    /** Whether the commit itself is here. */
    public boolean has(CommitId id) throws IOException {
        return commitObject(id).isPresent();
    }

    /** What stands under an id here: {@code blob}, {@code tree}, {@code commit} or {@code tag}. */
    public Optional<String> kind(CommitId id) throws IOException {
        return objects.get(id.value()).map(GitObject::type);
    }

    private Optional<GitObject> commitObject(CommitId id) throws IOException {
        return objects.get(id.value()).filter(object -> object.isA("commit"));
    }

    /** Gets a commit from {@code origin}, into a shallow clone nothing else; whether it is here now. */
    public boolean fetch(CommitId id) throws IOException {
        List<String> command = new ArrayList<>(List.of("fetch", "--quiet", "--no-tags", "--no-write-fetch-head"));
        if (isShallow()) {
            // In a whole clone this would make all history end at the commit.
            command.add("--depth=1");
        }
        command.addAll(List.of("origin", id.value()));
        git.run(command.toArray(String[]::new));
        known.clear();
        objects.close();
        return has(id);
    }

    /** What a person types to do the same. */
    public static String fetchCommand(CommitId id) {
        return "git fetch origin " + id;
    }

    /** The files below these that differ from the commit checked out: changed, new, deleted, staged or left out by a rule. */
    public List<SourcePath> uncommitted(List<SourcePath> paths) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignored=matching", "--"));
        paths.forEach(path -> command.add(":(literal)" + path));
        List<SourcePath> changed = new ArrayList<>();
        Answer status = git.run(command.toArray(String[]::new));
        if (!status.isGood()) {
            throw new IOException("git status ended with " + status.exitCode());
        }
        for (String record : status.records()) {
            String path = record.substring("XY ".length()).replaceFirst("/$", "");
            if (path.startsWith(prefix) && SourcePath.isValid(path.substring(prefix.length()))) {
                changed.add(new SourcePath(path.substring(prefix.length())));
            }
        }
        changed.sort(null);
        return changed;
    }

    @Override
    public void close() {
        objects.close();
    }
}
