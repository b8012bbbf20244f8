package io.github.dagsterfleet;

import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.PinEdit;
import io.github.dagsterfleet.release.ReleaseFile;
import io.github.dagsterfleet.release.Subject;
import io.github.dagsterfleet.text.ShellWord;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    static String of(String verb, List<Move> moves, String where, RunReport run) {
        Set<String> repos = new TreeSet<>(MoveReport.repos(moves));
        Set<String> folders = new TreeSet<>();
        repos.forEach(repo ->
                folders.add(repos.size() <= NAMED ? RepoSource.folder(repo).value() : Workspace.REPOS.value()));
        if (moves.stream().anyMatch(move -> move.subject() instanceof Subject.OfEnvironment)) {
            folders.add(Workspace.ENVIRONMENTS.value());
        } else if (run.changes().stream().anyMatch(change -> change.path().isBelow(Workspace.GENERATED))) {
            folders.add(Workspace.GENERATED.value());
        }
        String names = repos.isEmpty()
                ? Workspace.ENVIRONMENTS.value()
                : repos.size() <= NAMED ? String.join(", ", repos) : repos.size() + " repos";
        return "git add --all " + String.join(" ", folders) + " && git commit -m \"" + verb + " " + names + " " + where
                + "\"";
    }

    /** Of what was recorded of repos, in one file each. */
    static String of(PinEdit edit, List<String> repos, String environment) {
        boolean few = repos.size() <= NAMED;
        String files = few
                ? repos.stream().map(repo -> ReleaseFile.ofRepo(repo).value()).collect(Collectors.joining(" "))
                : "'" + ReleaseFile.ofRepo("*") + "'";
        return recorded(files, edit, few ? String.join(", ", repos) : repos.size() + " repos", environment);
    }

    /** Of what was recorded of an environment as a whole. */
    static String ofEverything(PinEdit edit, String environment) {
        return recorded(ReleaseFile.ofEnvironment(environment).value(), edit, "everything", environment);
    }

    private static String recorded(String files, PinEdit edit, String what, String environment) {
        return "git add " + files + " && git commit -m \"" + edit.verb() + " " + what + " in " + environment + "\"";
    }

    /** Of everything that was generated, and what it was generated from. */
    static String because(String reason) {
        return "git add --all " + Workspace.ENVIRONMENTS + " " + Workspace.REPOS + " && git commit -m "
                + ShellWord.of(reason);
    }
}
