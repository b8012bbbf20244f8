package io.github.dagsterfleet.release;

import io.github.dagsterfleet.source.git.Commit;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.source.git.GitRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The history of a workspace, which is looked for when it is first asked for: most runs need none. To be closed. */
public final class History implements AutoCloseable {
    /** What to do where objects cannot be had. */
    static final String FETCHING =
            "run dagster-fleet where `origin` can be reached: a partial clone fetches files as they are read";

    private final Path workspace;
    private Optional<GitRepository> opened = Optional.empty();

    public History(Path workspace) {
        this.workspace = workspace;
    }

    /** @throws IOException where there is none; {@link #words} says why */
    public synchronized GitRepository repository() throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(GitRepository.around(workspace));
        }
        return opened.get();
    }

    /** What people know a commit by; empty where it, or all history, is not here. */
    public Optional<Commit> describe(CommitId id) {
        try {
            return repository().describe(id);
        } catch (IOException noHistory) {
            return Optional.empty();
        }
    }

    /** One clause. */
    public static String words(IOException error) {
        String message = error.getMessage();
        return message == null ? "git ended" : message;
    }

    public static String help(IOException error) {
        if (words(error).contains("fetch")) {
            return FETCHING;
        }
        return words(error).contains("trust")
                ? "run `git config --global --add safe.directory <folder>` for the folder of the repository"
                : "run dagster-fleet in a clone of the workspace's repository, with git installed";
    }

    @Override
    public synchronized void close() {
        opened.ifPresent(GitRepository::close);
        opened = Optional.empty();
    }
}
