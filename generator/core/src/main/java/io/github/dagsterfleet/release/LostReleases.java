package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.source.git.GitRepository;
import io.github.dagsterfleet.source.git.GitTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds repos that are gone from the tree while environments still run them: nobody took them out, so nobody was told what
 * to delete in Dagster+. What the tree cannot tell any more is looked for in history, as far as it is here.
 */
public final class LostReleases {
    private final Pins pins;
    private final SourceSet sources;
    private final Shapes shapes;
    private final History history;
    private Optional<Map<String, ReleaseFile>> found = Optional.empty();

    /** Looks into history when it is first asked, and never again. */
    public LostReleases(Pins pins, SourceSet sources, Shapes shapes, History history) {
        this.pins = pins;
        this.sources = sources;
        this.shapes = shapes;
        this.history = history;
    }

    /** One error a repo. */
    public List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        all().forEach((repo, file) -> {
            List<String> running = file.environments().keySet().stream()
                    .filter(pins::isPromoted)
                    .toList();
            if (!running.isEmpty()) {
                String where = String.join("`, `", running);
                Finding gone = Finding.in(
                        FindingCode.RELEASE_STILL_RUNNING,
                        file.path(),
                        "the repo `" + repo + "` is gone, and `" + where + "` still "
                                + (running.size() == 1 ? "runs" : "run") + " it");
                for (String environment : running) {
                    gone = gone.help("run `dagster-fleet retire " + repo + " " + environment
                            + "`, which says what to delete in Dagster+");
                }
                found.add(gone.help("or take the folder from git as it was, if it was not meant to go"));
            }
        });
        return found;
    }

    /** The last release file of a repo that is gone; empty where the repo is there, or history does not know it. */
    public Optional<ReleaseFile> of(String repo) {
        return Optional.ofNullable(all().get(repo));
    }

    private Map<String, ReleaseFile> all() {
        if (found.isEmpty()) {
            found = Optional.of(search());
        }
        return found.get();
    }

    private Map<String, ReleaseFile> search() {
        Map<String, ReleaseFile> lost = new TreeMap<>();
        for (SourceSet.Entry folder : sources.list(Workspace.REPOS, new Findings())) {
            String repo = folder.path().fileName();
            if (folder.isFolder() && isGone(repo) && sources.isFile(ReleaseFile.ofRepo(repo))) {
                pins.files().read(repo, new Findings()).ifPresent(file -> lost.put(repo, file));
            }
        }
        try {
            history.repository()
                    .former(Workspace.REPOS, ReleaseFile.NAME, this::isUnknown)
                    .forEach((repo, commit) -> in(commit, repo).ifPresent(known -> lost.put(repo, known)));
        } catch (IOException withoutHistory) {
            return lost;
        }
        return lost;
    }

    private boolean isGone(String repo) {
        return !sources.isFile(RepoSource.file(repo));
    }

    /** Whether the tree does not even know what it had. */
    private boolean isUnknown(String repo) {
        return isGone(repo) && !sources.isFile(ReleaseFile.ofRepo(repo));
    }

    private Optional<ReleaseFile> in(CommitId commit, String repo) {
        try {
            GitRepository git = history.repository();
            Optional<GitTree> files = git.tree(commit);
            return files.flatMap(tree -> new ReleaseFiles(tree, shapes).read(repo, new Findings()));
        } catch (IOException withoutHistory) {
            return Optional.empty();
        }
    }
}
