package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Names as somebody types them: those at the end that environments have are environments, all others are repos. A path such
 * as {@code repos/dev} leaves no doubt.
 *
 * @param environments two at the most
 */
record DiffNames(List<String> repos, List<String> environments) {
    private static final int MOST_ENVIRONMENTS = 2;
    private static final String OF_REPOS = Workspace.REPOS + "/";
    private static final String OF_ENVIRONMENTS = Workspace.ENVIRONMENTS + "/";

    static DiffNames of(List<String> names, Collection<String> known, RepoReader reader, Findings findings) {
        List<String> repos = new ArrayList<>(names);
        List<String> environments = new ArrayList<>();
        while (!repos.isEmpty() && environments.size() < MOST_ENVIRONMENTS) {
            String last = repos.get(repos.size() - 1);
            String name = withoutFolder(last, OF_ENVIRONMENTS);
            if (!known.contains(name)) {
                break;
            }
            if (name.equals(last) && reader.exists(name)) {
                findings.add(Finding.of(FindingCode.USAGE_ARGUMENTS, "`" + name + "` is a repo and an environment")
                        .help("write `repos/" + name + "` for the repo, or `environments/" + name
                                + "` for the environment"));
            }
            environments.add(0, name);
            repos.remove(repos.size() - 1);
        }
        repos.stream()
                .filter(name -> known.contains(name) && !reader.exists(name))
                .findFirst()
                .ifPresent(name -> findings.add(
                        Finding.of(FindingCode.USAGE_ARGUMENTS, "`" + name + "` is an environment, and no repo")
                                .help("name repos first, and behind them one environment or two")));
        return new DiffNames(
                repos.stream().map(name -> withoutFolder(name, OF_REPOS)).toList(), environments);
    }

    /** A shell that completes names puts a slash behind folders. */
    private static String withoutFolder(String name, String folder) {
        if (!name.startsWith(folder)) {
            return name;
        }
        String bare = name.substring(folder.length());
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
