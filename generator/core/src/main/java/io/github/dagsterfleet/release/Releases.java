package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.render.TemplateSet;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.source.git.GitRepository;
import io.github.dagsterfleet.source.git.GitTree;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The releases of one workspace, each read once. Safe for use by several threads. */
public final class Releases {
    private final History history;
    private final Workspace tree;
    private final Shapes shapes;
    private final Map<CommitId, Found> known = new HashMap<>();
    private final Map<String, Outcome<TemplateSet>> templates = new HashMap<>();

    /** @param tree the workspace now, whose catalogues and environments every release is under */
    public Releases(History history, Workspace tree, Shapes shapes) {
        this.history = history;
        this.tree = tree;
        this.shapes = shapes;
    }

    /** A release, or why it cannot be had. */
    private record Found(Optional<Release> release, FindingCode code, String message, String help) {
        static Found not(FindingCode code, String message, String help) {
            return new Found(Optional.empty(), code, message, help);
        }
    }

    /** The templates of a release that a target renders from. */
    public Outcome<TemplateSet> templates(Released release) {
        return find(release.commit())
                .release
                .map(Release::templates)
                .orElseGet(() -> Outcome.failed(
                        Finding.at(FindingCode.RELEASE_BROKEN, release.said(), "the release cannot be read any more")));
    }

    /** Empty, with a finding where release.yaml names it, when the release is not to be had. */
    public Optional<Release> at(Released asked, Findings findings) {
        Found found = find(asked.commit());
        if (found.release.isEmpty()) {
            findings.add(Finding.at(found.code, asked.said(), found.message)
                    .label("this release")
                    .help(found.help));
        }
        return found.release;
    }

    private synchronized Found find(CommitId commit) {
        Found found = known.get(commit);
        if (found == null) {
            found = read(commit);
            known.put(commit, found);
        }
        return found;
    }

    private Found read(CommitId commit) {
        try {
            GitRepository git = history.repository();
            if (!git.has(commit) && !git.fetch(commit)) {
                return git.kind(commit).map(kind -> noCommit(commit, kind)).orElseGet(() -> missing(commit));
            }
            Optional<GitTree> files = git.tree(commit);
            return files.isPresent() ? read(files.get()) : noWorkspace(commit);
        } catch (IOException noHistory) {
            return Found.not(
                    FindingCode.RELEASE_NO_HISTORY,
                    "the release cannot be read: " + History.words(noHistory),
                    History.help(noHistory));
        }
    }

    private static Found missing(CommitId commit) {
        return Found.not(
                FindingCode.RELEASE_MISSING_COMMIT,
                "the commit " + commit.shown() + " is not here, and cannot be fetched from `origin`",
                "run `" + GitRepository.fetchCommand(commit) + "`, or promote another release if nobody has it");
    }

    private static Found noCommit(CommitId id, String kind) {
        return Found.not(
                FindingCode.RELEASE_BROKEN,
                id.shown() + " is a " + kind + ", and no commit",
                kind.equals("tag")
                        ? "write the commit that `git rev-parse " + id + "^{commit}` prints"
                        : "promote a release: it is a commit of the default branch");
    }

    private Found read(GitTree files) {
        WorkspaceReader reader = new WorkspaceReader(files, shapes);
        Findings wrong = new Findings();
        Optional<Workspace> release = reader.read(wrong);
        Optional<Finding> unreadable = wrong.list().stream()
                .filter(finding -> finding.code() == FindingCode.SOURCE_UNREADABLE)
                .findFirst();
        if (unreadable.isPresent()) {
            return Found.not(
                    FindingCode.RELEASE_NO_HISTORY,
                    "the release cannot be read: " + unreadable.get().message(),
                    History.FETCHING);
        }
        if (release.isEmpty()) {
            return files.isFile(Workspace.BASE)
                    ? Found.not(
                            FindingCode.RELEASE_BROKEN,
                            "this version cannot read base.yaml of "
                                    + files.commit().shown() + ": "
                                    + wrong.sorted().stream()
                                            .filter(Finding::isError)
                                            .map(Finding::message)
                                            .findFirst()
                                            .orElse("it has mistakes"),
                            "promote a release that this version can read")
                    : noWorkspace(files.commit());
        }
        Workspace over = tree.over(release.get());
        TargetResolver resolver = new TargetResolver(over, shapes, new Fold());
        return new Found(
                Optional.of(new Release(over, reader.repos(), resolver, new InputsDigest(files), templates(files))),
                FindingCode.RELEASE_BROKEN,
                "",
                "");
    }

    private Outcome<TemplateSet> templates(GitTree files) {
        String id = files.id(TemplateSet.FOLDER, new Findings()).orElse("");
        Outcome<TemplateSet> set = templates.get(id);
        if (set == null) {
            set = TemplateSet.load(files);
            templates.put(id, set);
        }
        return set;
    }

    private static Found noWorkspace(CommitId commit) {
        return Found.not(
                FindingCode.RELEASE_BROKEN,
                "the commit " + commit.shown() + " has no workspace in this folder",
                "promote a release that has one, or move the workspace back");
    }
}
