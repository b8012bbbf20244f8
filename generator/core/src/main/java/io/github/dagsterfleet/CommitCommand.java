package io.github.dagsterfleet;

import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.text.ShellWord;
import java.util.Collection;
import java.util.stream.Collectors;

/** What is typed to commit what a verb wrote and nothing else. */
final class CommitCommand {
    /** So many are named. */
    private static final int NAMED = 3;

    private CommitCommand() {}

    /**
     * @param verb the first word of the subject: {@code Promote}
     * @param where its last words: {@code to prod}
     * @param run what else it wrote
     */
    static String of(String verb, Collection<String> repos, String where, RunReport run) {
        boolean few = repos.size() <= NAMED;
        String folders = few
                ? repos.stream()
                        .sorted()
                        .map(repo -> RepoSource.folder(repo).value())
                        .collect(Collectors.joining(" "))
                : Workspace.REPOS.value();
        String names = few ? repos.stream().sorted().collect(Collectors.joining(", ")) : repos.size() + " repos";
        boolean environments =
                run.changes().stream().anyMatch(change -> change.path().isBelow(Production.ENVIRONMENTS));
        return "git add --all " + folders + (environments ? " " + Production.ENVIRONMENTS : "") + " && git commit -m \""
                + verb + " " + names + " " + where + "\"";
    }

    /** Of everything that was generated, and what it was generated from. */
    static String because(String reason) {
        return "git add --all " + Workspace.ENVIRONMENTS + " " + Workspace.REPOS + " && git commit -m "
                + ShellWord.of(reason);
    }
}
