package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.fleet.RepoFolders;
import io.github.dagsterfleet.fleet.RepoReader;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which repos and environments a request means; names that do not exist are wrong usage. */
final class Choice {
    private final Request request;
    private final Findings findings;
    private boolean wrong;

    Choice(Request request, Findings findings) {
        this.request = request;
        this.findings = findings;
    }

    /** Whether a name of the request does not exist, so that nothing is to be done. */
    boolean isWrong() {
        return wrong;
    }

    /** Sorted. Where repos are named, no other folder is looked at: a large fleet costs one of its repos nothing. */
    RepoFolders repos(RepoReader reader) {
        if (request.repos().isEmpty()) {
            return reader.folders(findings);
        }
        Set<String> named = new TreeSet<>(request.repos());
        List<String> known = named.stream().filter(reader::exists).toList();
        if (known.size() < named.size()) {
            List<String> all = reader.folders(new Findings()).repos();
            named.stream()
                    .filter(name -> !all.contains(name))
                    .forEach(name ->
                            refuse(FindingCode.USAGE_UNKNOWN_REPO, "there is no repo `" + name + "`", name, all));
        }
        return RepoFolders.only(known);
    }

    void checkEnvironments(Set<String> known) {
        request.environments().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> refuse(
                        FindingCode.USAGE_UNKNOWN_ENVIRONMENT, "there is no environment `" + name + "`", name, known));
    }

    /** A repo that could not be resolved does not tell its team, and so may be of any. */
    List<ResolvedRepo> ofTeams(List<ResolvedRepo> repos) {
        Set<String> teams = new TreeSet<>();
        repos.forEach(repo -> teams.addAll(teams(repo)));
        boolean allTold = repos.stream().allMatch(ResolvedRepo::isSound);
        request.teams().stream()
                .filter(name -> allTold && !teams.contains(name))
                .forEach(name ->
                        refuse(FindingCode.USAGE_UNKNOWN_TEAM, "no repo names a team `" + name + "`", name, teams));
        return repos.stream()
                .filter(repo -> !repo.isSound() || teams(repo).stream().anyMatch(request.teams()::contains))
                .toList();
    }

    private static Set<String> teams(ResolvedRepo repo) {
        return repo.facts().map(facts -> facts.outline().teams()).orElse(Set.of());
    }

    private void refuse(FindingCode code, String message, String name, Collection<String> known) {
        wrong = true;
        findings.add(Suggestions.help(Finding.of(code, message), name, known));
    }
}
