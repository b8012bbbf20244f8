package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.List;

/**
 * What lies below {@code repos/}, sorted.
 *
 * @param repos the folders with a repo.yaml, and those that cannot be looked into, which reading them will tell
 * @param abandoned the folders that hold generated files and no repo.yaml: what is left of repos that are gone
 */
public record RepoFolders(List<String> repos, List<String> abandoned) {
    public RepoFolders {
        repos = List.copyOf(repos);
        abandoned = List.copyOf(abandoned);
    }

    /** Repos that are asked for by name; no other folder is looked at. */
    public static RepoFolders only(List<String> repos) {
        return new RepoFolders(repos, List.of());
    }

    /** Looks at every folder; what was meant for a repo and belongs to none is a finding. */
    static RepoFolders of(SourceSet sources, Findings findings) {
        List<String> repos = new ArrayList<>();
        List<String> abandoned = new ArrayList<>();
        List<SourceSet.Entry> homeless = new ArrayList<>();
        List<SourceSet.Entry> entries = sources.list(Workspace.REPOS, findings);
        StraySources strays = new StraySources(entries, findings);
        for (SourceSet.Entry entry : entries) {
            int before = findings.errorCount();
            RepoFolder folder = RepoFolder.of(sources, entry.path(), findings);
            if (findings.errorCount() > before || folder.hasRepoFile()) {
                repos.add(entry.path().fileName());
            } else if (StraySources.looksLikeSource(entry)) {
                strays.tell(entry, "a repo is a folder with a repo.yaml", "move it to " + repoFile(entry.path()));
            } else if (!folder.tellMisspeltRepoFiles()) {
                folder.belongings().stream()
                        .filter(own -> holdsFiles(sources, own, findings))
                        .forEach(homeless::add);
                if (folder.hasGenerated()) {
                    abandoned.add(entry.path().fileName());
                }
            }
        }
        sources.unnameable(Workspace.REPOS).forEach(name -> findings.add(unnameable(name)));
        homeless.forEach(entry -> findings.add(withoutRepo(entry, repos)));
        return new RepoFolders(repos, abandoned);
    }

    /** Git keeps no empty folders, so what one checkout has of them must not count. */
    private static boolean holdsFiles(SourceSet sources, SourceSet.Entry entry, Findings findings) {
        return !entry.isFolder() || !sources.walk(entry.path(), findings).isEmpty();
    }

    private static String repoFile(SourcePath stray) {
        String name = StraySources.isNearly(stray.fileName(), RepoFolder.REPO_FILE) ? "<repo>" : stray.stem();
        return stray.parent() + "/" + name + "/" + RepoFolder.REPO_FILE;
    }

    /** It stands where a shell finds it: there, `?` stands for any one character. */
    private static Finding unnameable(String folder) {
        StringBuilder pattern = new StringBuilder();
        StringBuilder better = new StringBuilder();
        folder.chars().forEach(c -> {
            boolean refused = !SourcePath.isValid("repo" + (char) c);
            pattern.append(refused ? '?' : (char) c);
            better.append(refused ? '-' : (char) c);
        });
        return Finding.in(
                        FindingCode.FLEET_STRAY_FILE,
                        Workspace.REPOS.resolve(pattern.toString()),
                        "nothing reads the folder `" + folder
                                + "`: its name holds a backslash or a character that no screen shows")
                .help("rename it, to `" + better + "` for example");
    }

    private static Finding withoutRepo(SourceSet.Entry entry, List<String> repos) {
        SourcePath folder = entry.path().parent();
        SourcePath repoFile = folder.resolve(RepoFolder.REPO_FILE);
        Finding finding = Finding.in(
                FindingCode.FLEET_STRAY_FILE,
                entry.path(),
                "`" + folder.fileName() + "` has no repo.yaml, so nothing reads this "
                        + (entry.isFolder() ? "folder" : "file"));
        List<String> nearest = Suggestions.nearest(folder.fileName(), repos);
        return finding.help(
                nearest.isEmpty()
                        ? "write " + repoFile + ", or delete the folder"
                        : "move it to repos/" + nearest.get(0) + "/, or write " + repoFile);
    }
}
