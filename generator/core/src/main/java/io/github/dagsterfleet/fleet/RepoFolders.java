package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What lies below {@code repos/}, sorted.
 *
 * @param repos the folders with a repo.yaml, and those that cannot be looked into, which reading them will tell
 * @param abandoned the folders that hold generated files and no repo.yaml: what is left of repos that are gone
 */
public record RepoFolders(List<String> repos, List<String> abandoned) {
    static final String REPO_FILE = "repo.yaml";
    static final String OVERLAYS = "overlays";
    private static final String GENERATED = "generated";
    private static final String RELEASE_FILE = "release.yaml";
    private static final String AN_OVERLAY = "an overlay is a file `overlays/<environment>.yaml`";

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
            List<SourceSet.Entry> content = sources.list(entry.path(), findings);
            String name = entry.path().fileName();
            if (findings.errorCount() > before || has(content, REPO_FILE)) {
                repos.add(name);
            } else if (StraySources.looksLikeSource(entry)) {
                strays.tell(entry, "a repo is a folder with a " + REPO_FILE, "move it to " + repoFile(entry.path()));
            } else if (!tellMisspelt(content, entry.path().resolve(REPO_FILE), findings)) {
                content.stream().filter(RepoFolders::belongsToRepo).forEach(homeless::add);
                if (has(content, GENERATED)) {
                    abandoned.add(name);
                }
            }
        }
        homeless.forEach(file -> findings.add(withoutRepo(file, repos)));
        return new RepoFolders(repos, abandoned);
    }

    private static boolean has(List<SourceSet.Entry> content, String name) {
        return content.stream().anyMatch(file -> file.path().fileName().equals(name));
    }

    private static String repoFile(SourcePath stray) {
        String name = StraySources.isNearly(stray.fileName(), REPO_FILE) ? "<repo>" : stray.stem();
        return stray.parent() + "/" + name + "/" + REPO_FILE;
    }

    private static boolean tellMisspelt(List<SourceSet.Entry> content, SourcePath repoFile, Findings findings) {
        StraySources strays = new StraySources(content, findings);
        boolean told = false;
        for (SourceSet.Entry entry : content) {
            told |= strays.tellMisspeltFile(entry, repoFile);
        }
        return told;
    }

    private static boolean belongsToRepo(SourceSet.Entry entry) {
        String name = entry.path().fileName();
        return name.equals(OVERLAYS) || name.equals(RELEASE_FILE);
    }

    private static Finding withoutRepo(SourceSet.Entry entry, List<String> repos) {
        SourcePath folder = entry.path().parent();
        Finding finding = Finding.in(
                FindingCode.FLEET_STRAY_FILE,
                entry.path(),
                "`" + folder.fileName() + "` has no repo.yaml, so nothing reads this "
                        + (entry.isFolder() ? "folder" : "file"));
        List<String> nearest = Suggestions.nearest(folder.fileName(), repos);
        return nearest.isEmpty()
                ? finding.help("write " + folder.resolve(REPO_FILE) + ", or delete the folder")
                : finding.help("move it to repos/" + nearest.get(0) + "/, or write " + folder.resolve(REPO_FILE));
    }

    /** Tells what lies in a repo's folder, is meant for it, and is not read. */
    static void tellStrays(SourceSet sources, SourcePath folder, Set<String> environments, Findings findings) {
        List<SourceSet.Entry> content = sources.list(folder, findings);
        StraySources strays = new StraySources(content, findings);
        SourcePath overlays = folder.resolve(OVERLAYS);
        for (SourceSet.Entry entry : content) {
            if (strays.tellMisspeltFile(entry, folder.resolve(REPO_FILE))
                    || strays.tellMisspeltFolder(entry, OVERLAYS)
                    || entry.isFolder()) {
                continue;
            }
            String stem = entry.path().stem();
            boolean file = StraySources.looksLikeSource(entry);
            if (file && environments.contains(stem)) {
                strays.tell(entry, AN_OVERLAY, "move it to " + overlays + "/" + stem + ".yaml");
            } else if ((file && StraySources.isNearly(stem, OVERLAYS)) || isFile(entry, overlays, sources)) {
                strays.tell(entry, AN_OVERLAY, "move it to " + overlays + "/<environment>.yaml");
            }
        }
    }

    /** A link that leads nowhere is told by whoever looks into it. */
    private static boolean isFile(SourceSet.Entry entry, SourcePath overlays, SourceSet sources) {
        return entry.path().equals(overlays)
                && sources.read(overlays, new Findings()).isPresent();
    }
}
