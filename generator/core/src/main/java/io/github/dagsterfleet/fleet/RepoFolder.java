package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Set;

/** What lies in one folder below {@code repos/}. */
final class RepoFolder {
    static final String REPO_FILE = "repo.yaml";
    static final String OVERLAYS = "overlays";
    private static final String GENERATED = "generated";
    private static final String AN_OVERLAY = "an overlay is a file `overlays/<environment>.yaml`";

    private final SourceSet sources;
    private final SourcePath path;
    private final List<SourceSet.Entry> content;
    private final StraySources strays;

    private RepoFolder(SourceSet sources, SourcePath path, List<SourceSet.Entry> content, Findings findings) {
        this.sources = sources;
        this.path = path;
        this.content = content;
        this.strays = new StraySources(content, findings);
    }

    /** Empty for a path that is no folder, and, with a finding, for a folder that cannot be looked into. */
    static RepoFolder of(SourceSet sources, SourcePath path, Findings findings) {
        return new RepoFolder(sources, path, sources.list(path, findings), findings);
    }

    boolean hasRepoFile() {
        return has(REPO_FILE);
    }

    boolean hasGenerated() {
        return has(GENERATED);
    }

    private boolean has(String name) {
        return content.stream().anyMatch(entry -> entry.path().fileName().equals(name));
    }

    /** What has no meaning without a repo.yaml. */
    List<SourceSet.Entry> belongings() {
        return content.stream()
                .filter(entry -> entry.path().fileName().equals(OVERLAYS))
                .toList();
    }

    /** Tells files whose name is nearly repo.yaml, and whether there are any. */
    boolean tellMisspeltRepoFiles() {
        boolean told = false;
        for (SourceSet.Entry entry : content) {
            told |= strays.tellMisspeltFile(entry, path.resolve(REPO_FILE));
        }
        return told;
    }

    /** Tells what is meant for the repo and is not read. */
    void tellStrays(Set<String> environments) {
        tellMisspeltRepoFiles();
        SourcePath overlays = path.resolve(OVERLAYS);
        for (SourceSet.Entry entry : content) {
            String stem = entry.path().stem();
            boolean isFile = StraySources.looksLikeSource(entry);
            if (isFile && environments.contains(stem)) {
                strays.tell(entry, AN_OVERLAY, "move it to " + overlays + "/" + stem + ".yaml");
            } else if ((isFile && StraySources.isNearly(stem, OVERLAYS)) || isFileInPlaceOf(overlays, entry)) {
                strays.tell(entry, AN_OVERLAY, "move it to " + overlays + "/<environment>.yaml");
            } else {
                strays.tellMisspeltFolder(entry, OVERLAYS);
            }
        }
    }

    /** A link that leads nowhere is told by whoever looks into it. */
    private boolean isFileInPlaceOf(SourcePath folder, SourceSet.Entry entry) {
        return entry.path().equals(folder)
                && !entry.isFolder()
                && sources.read(folder, new Findings()).isPresent();
    }
}
